import { type FirstPromise, promiseOf } from '../../db/receipts.ts'
import type { Complaint } from '../../domain/case/complaint.ts'
import type { AppContext } from '../../http.ts'
import { signReceipt } from '../../seal/receipt.ts'

/** The same signature whenever it is printed: over what was promised (`known`) when it was filed. */
export async function signedReceipt(
  c: AppContext,
  complaint: Complaint,
  known: FirstPromise | null = null,
) {
  const promise = known ?? (await promiseOf(c.var.db, complaint.id))
  const { textHash, verifyBy, settleBy } = promise
  const signature = await signReceipt(JSON.parse(c.env.RECEIPT_KEY), {
    number: complaint.reference,
    time: complaint.receivedAt,
    class: promise.class,
    textHash,
    dates: { verify: verifyBy, settle: settleBy },
  })
  return { promise, signature }
}
