import { Hono } from 'hono'
import { verifyLine, verifyReceipt } from '../../domain/receipt.ts'
import { publicKeyOf, type SigningJwk } from '../../domain/signing-key.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { cachePublic } from '../../middleware/caching.ts'
import { patterns } from '../../paths.ts'
import { type Checked, VerifyReceiptPage } from '../../views/public/verify-receipt.tsx'
import { typedValues } from './form-errors.ts'
import { siteOf } from './site.ts'

export const receiptCheck = new Hono<AppEnv>()

const signingKey = (c: AppContext): SigningJwk => JSON.parse(c.env.RECEIPT_KEY) as SigningJwk

receiptCheck.get(patterns.verifyReceipt, (c) => {
  cachePublic(c, { tags: ['halaman'] })
  return c.render(page(c, '', null))
})

/** Looks at nothing but the signature: no complaint is read, so nothing can be learned by trying. */
receiptCheck.post(patterns.verifyReceipt, async (c) => {
  const { tanda = '' } = typedValues(await c.req.parseBody())
  const text = tanda.replace(/\s+/g, '').slice(0, 1000)
  const verify = text.startsWith('TGL1') ? verifyLine : verifyReceipt
  const checked: Checked = await verify(signingKey(c), text)
  if (!checked.ok) c.status(422)
  return c.render(page(c, text, checked))
})

/** The public key, so that a stranger can check a receipt without us. */
receiptCheck.get(patterns.receiptKey, async (c) => {
  const { pem } = await publicKeyOf(signingKey(c))
  cachePublic(c, { tags: ['halaman'] })
  return c.body(pem, 200, { 'Content-Type': 'application/x-pem-file' })
})

const page = (c: AppContext, typed: string, checked: Checked | null) => (
  <VerifyReceiptPage site={siteOf(c.var.city)} typed={typed} checked={checked} />
)
