import type { Case } from '../../db/cases.ts'
import type { FirstPromise } from '../../db/receipts.ts'
import type { AppContext } from '../../http.ts'
import { late } from '../../late.ts'
import { build, buildCheck } from '../../paths.ts'
import { receiptSight } from '../../sights/receipt.ts'
import type { Given } from '../../sights/wish.ts'
import { Receipt, type SignedLine } from '../../views/public/receipt.tsx'
import { answerScript } from './answer-script.ts'
import { signedReceipt } from './signed-receipt.ts'
import { siteOf } from './site.ts'
import { tokenFor } from './status-token.ts'
import { wordsProof } from './words-proof.ts'

export interface ReceiptOptions {
  /** Of one that was filed just now. */
  promise?: FirstPromise | null
  /** Only where it was filed from, until signed out, and only for who may hold it. */
  key?: string | null
  /** By whom it was filed. */
  given: Given
  /** Without the QR code, whose bytes a slow line should not pay for; the copy for print has it. */
  light?: boolean
  lines?: SignedLine[]
  /** At its own address, which only a session opens. */
  again?: boolean
  /** Handed over the counter by the staff, to whom the reporter's own pages are closed. */
  desk?: { caseHref: string | null }
}

export async function receiptPage(
  c: AppContext,
  found: Case,
  { promise: known, key = null, given, light = false, lines, again = false, desk }: ReceiptOptions,
) {
  const { city, now, t } = c.var
  const { complaint } = found
  const nomor = complaint.reference
  const { promise, signature } = await signedReceipt(c, complaint, known)
  const { dueNow, ...sight } = receiptSight(found, given, city, now)
  const { verifyBy, settleBy } = again ? dueNow : promise
  const link = c.env.PUBLIC_URL + build('statusLink', { nomor }) + (key ? `#${key}` : '')
  return (
    <Receipt
      t={t}
      site={siteOf(city)}
      {...sight}
      accessKey={key}
      link={link}
      openHref={again ? build('status', { nomor }) : link}
      script={desk ? undefined : answerScript(c, build('statusReceipt', { nomor }))}
      class={promise.class}
      verifyBy={verifyBy}
      settleBy={settleBy}
      printedAgain={again ? now : null}
      willMail={Boolean(given.email)}
      upload={
        desk
          ? null
          : { action: build('statusFiles', { nomor }), token: await tokenFor(c, complaint) }
      }
      desk={desk}
      qr={light ? null : await codeOf(c.env.PUBLIC_URL + buildCheck(signature))}
      printHref={desk || again ? undefined : build('statusReceipt', { nomor })}
      signature={signature}
      proof={wordsProof(c, found)}
      verifyHref={build('verifyReceipt')}
      lines={lines}
    />
  )
}

const qr = late(() => import('../../views/components/qr.tsx'))

/** Only for a print: the form and its answer do without what draws it. */
async function codeOf(text: string) {
  const { Qr } = await qr()
  return <Qr text={text} />
}
