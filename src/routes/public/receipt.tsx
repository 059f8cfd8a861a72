import type { Case } from '../../db/cases.ts'
import { promiseOf } from '../../db/receipts.ts'
import { calendarOf } from '../../domain/city.ts'
import { signReceipt } from '../../domain/receipt.ts'
import { dateOf } from '../../domain/time.ts'
import type { AppContext } from '../../http.ts'
import { reporterFormToken } from '../../middleware/same-origin.ts'
import { build } from '../../paths.ts'
import { clockStages } from '../../views/components/clock-stages.ts'
import { Qr } from '../../views/components/qr.tsx'
import { Receipt } from '../../views/public/receipt.tsx'
import { siteOf } from './site.ts'
import { tokenFor } from './status-token.ts'

interface Fresh {
  key: string
  willMail: boolean
}

/**
 * Tanda terima: number, time, text, promised dates, signed. Right after filing with the key, and
 * without the QR code, whose bytes a slow line should not pay for; the copy for print has it.
 */
export const receiptPage = async (c: AppContext, { complaint, row }: Case, fresh: Fresh | null) => {
  const { city, now } = c.var
  const nomor = complaint.reference
  const { textHash, verifyBy, settleBy } = await promiseOf(c.var.db, complaint.id)
  const signature = await signReceipt(JSON.parse(c.env.RECEIPT_KEY), {
    number: nomor,
    time: complaint.receivedAt,
    class: complaint.class,
    textHash,
    dates: { verify: verifyBy, settle: settleBy },
  })
  const link = c.env.PUBLIC_URL + build('statusLink', { nomor }) + (fresh ? `#${fresh.key}` : '')
  return (
    <Receipt
      site={siteOf(city)}
      reference={nomor}
      accessKey={fresh?.key ?? null}
      link={link}
      class={complaint.class}
      text={row.text ?? ''}
      receivedAt={complaint.receivedAt}
      dayZero={complaint.dayZero}
      verifyBy={verifyBy ?? ''}
      settleBy={settleBy ?? ''}
      stages={clockStages(complaint, dateOf(now, city.settings.offset), calendarOf(city))}
      willMail={fresh?.willMail ?? false}
      upload={{
        action: build('statusFiles', { nomor }),
        token: await tokenFor(c, complaint, 'attach'),
        session: await reporterFormToken(c, nomor),
      }}
      qr={fresh ? null : <Qr text={signature} />}
      printHref={build('statusReceipt', { nomor })}
      signature={signature}
      verifyHref={build('verifyReceipt')}
    />
  )
}
