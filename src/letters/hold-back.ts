import { countAttempt, type Limit } from '../db/counters.ts'
import { holdDelivery } from '../db/held.ts'
import type { OutboxRow } from '../db/outbox.ts'
import { oneMailbox } from '../domain/people/contact.ts'
import { toBase64url } from '../domain/text/bytes.ts'
import { HOUR } from '../domain/time/time.ts'
import { keyedDigest } from '../seal/keyed.ts'
import type { Posting } from './deliver.ts'
import type { Addressee } from './recipients.ts'
import { letterRow } from './table.ts'

const SECONDS = HOUR / 1000

/** An hour, to one mailbox: whoever names another's address in reports fills nobody's mailbox. */
const FILED: Limit = { max: 5, seconds: SECONDS }
/** What follows is caused by people at work. */
const OTHERS: Limit = { max: 20, seconds: SECONDS }

function limitOf(row: OutboxRow, { kind }: Addressee): { name: string; limit: Limit } | null {
  if (!['reporter', 'member', 'staff', 'agency'].includes(kind) || letterRow(row.template).alone)
    return null
  return row.template === 'received'
    ? { name: 'letters', limit: FILED }
    : { name: 'further-letters', limit: OTHERS }
}

/** True: it waits for the letter that collects what is too much (docs/data.md, Letters). */
export async function holdBack(
  { db, env, now, channel }: Posting,
  row: OutboxRow,
  who: Addressee,
  to: string,
): Promise<boolean> {
  const limited = limitOf(row, who)
  if (!limited) return false
  const mailbox = await mailboxDigest(env.SERVER_SECRET, ['staff', 'agency'].includes(who.kind), to)
  const counted = [limited.name, mailbox] as const
  const wait = await countAttempt({ db, secret: env.SERVER_SECRET, now }, counted, [limited.limit])
  if (wait === null) return false
  // on whole hours, so that all that is held in one is collected by one letter
  const until = (Math.floor(now / HOUR) + 1) * HOUR
  const { key: recipient } = who
  await holdDelivery(db, { outboxId: row.id, recipient, channel: channel.name, mailbox, until })
  return true
}

/** What one wrote for the same mailbox gives the same. */
export async function mailboxDigest(secret: string, staff: boolean, to: string): Promise<string> {
  const digest = await keyedDigest(secret, 'mailbox v1', [staff, oneMailbox(to)])
  return toBase64url(digest.subarray(0, 16))
}
