import { Hono } from 'hono'
import { caseByReference } from '../../db/cases.ts'
import { fromBase64url } from '../../domain/text/bytes.ts'
import { dateOf, type Instant, type IsoDate } from '../../domain/time/time.ts'
import { refused } from '../../forms/answers.ts'
import { MOST, readForm } from '../../forms/read.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { cachePublic } from '../../middleware/caching.ts'
import { patterns } from '../../paths.ts'
import { verifyLine, verifyReceipt } from '../../seal/receipt.ts'
import { publicKeyOf, type SigningJwk } from '../../seal/signing-key.ts'
import { provesWords } from '../../seal/words-proof.ts'
import type { Checked, CheckedReceipt } from '../../views/public/verify-receipt.tsx'
import { siteOf } from './site.ts'

export const receiptCheck = new Hono<AppEnv>()

function signingKey(c: AppContext): SigningJwk {
  return JSON.parse(c.env.RECEIPT_KEY) as SigningJwk
}

/** Keys that signed before; one that is mistyped in the settings is left out. */
function formerKeys(c: AppContext): { jwk: SigningJwk; until: IsoDate }[] {
  return (c.var.city.settings.receiptKeys ?? [])
    .filter(({ x }) => fromBase64url(x)?.length === 32)
    .map(({ x, until }) => ({ jwk: { kty: 'OKP', crv: 'Ed25519', x }, until }))
}

/** A key that may be known to others vouches for nothing after its last day. */
async function isOutlived(
  c: AppContext,
  { kid, time }: { kid: string; time: Instant },
): Promise<boolean> {
  const day = dateOf(time, c.var.city.settings.offset)
  for (const { jwk, until } of formerKeys(c))
    if ((await publicKeyOf(jwk)).kid === kid && day > until) return true
  return false
}

receiptCheck.get(patterns.verifyReceipt, async (c) => {
  cachePublic(c, { tags: ['halaman'] })
  return c.render(await page(c, { typed: {}, checked: null, proven: null }))
})

/**
 * Looks at nothing but what is sent, so nothing can be learned by trying. Only after a restore it asks
 * whether the report of a genuine receipt is still there.
 */
receiptCheck.post(patterns.verifyReceipt, async (c) => {
  const { typed } = await readForm(c)
  const { tanda = '', isi = '', bukti = '' } = typed
  // a reader of QR codes may give the whole address
  const text = tanda
    .replace(/\s+/g, '')
    .replace(/^[^#]*#/, '')
    .slice(0, 1000)
  const keys = [signingKey(c), ...formerKeys(c).map(({ jwk }) => jwk)]
  const signed = await (text.startsWith('TGL1') ? verifyLine : verifyReceipt)(keys, text)
  const outlived = signed.ok && (await isOutlived(c, signed.fields))
  const checked: Checked = outlived ? { ok: false, problem: 'forged' } : signed
  const words = checked.ok && isi.trim() !== '' ? { words: isi.slice(0, MOST), salt: bukti } : null
  const proven = checked.ok && words ? await provesWords(checked.fields, words) : null
  const lost = checked.ok && (await isLost(c, checked.fields))
  const shown = { typed: { tanda, isi, bukti }, checked, proven, lost }
  if (!checked.ok || proven === false)
    return refused(c, { typed, errors: [] }, () => page(c, shown))
  return c.render(await page(c, shown))
})

async function isLost(c: AppContext, { number }: { number: string }): Promise<boolean> {
  const { restored } = c.var.city.settings
  return restored !== undefined && (await caseByReference(c.var.db, number)) === null
}

/** The public keys, so that a stranger can check a receipt without us: the present one first. */
receiptCheck.get(patterns.receiptKey, async (c) => {
  const jwks = [signingKey(c), ...formerKeys(c).map(({ jwk }) => jwk)]
  const pems = await Promise.all(jwks.map(async (jwk) => (await publicKeyOf(jwk)).pem))
  cachePublic(c, { tags: ['halaman'] })
  return c.body(pems.join(''), 200, { 'Content-Type': 'application/x-pem-file' })
})

async function page(c: AppContext, shown: CheckedReceipt) {
  const { VerifyReceiptPage } = await import('../../views/public/verify-receipt.tsx')
  return <VerifyReceiptPage t={c.var.t} site={siteOf(c.var.city)} {...shown} />
}
