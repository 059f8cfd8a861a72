import { type LinkPurpose, linkExpiry, signLink } from '../auth/one-time-link.ts'
import { longDate } from '../copy/format.ts'
import type { NoticeFacts } from '../copy/id/notice.ts'
import type { OutboxRow } from '../db/outbox.ts'
import { agencyById, type City } from '../domain/city.ts'
import type { ClockKind } from '../domain/clocks.ts'
import { type Complaint, clockOf, liveClock } from '../domain/complaint.ts'
import { dueNow } from '../domain/due.ts'
import type { Instant } from '../domain/time.ts'
import { isSecret } from '../domain/visibility.ts'
import { build } from '../paths.ts'
import type { Addressee } from './recipients.ts'

interface Telling {
  env: Pick<Env, 'PUBLIC_URL' | 'SERVER_SECRET'>
  city: City
  now: Instant
  row: OutboxRow
  complaint: Complaint
}

const PURPOSE: Record<string, LinkPurpose> = {
  question: 'answer',
  completion_reminder: 'answer',
  closure: 'confirm',
  silence_reminder: 'confirm',
}

const CLOCK_OF: Record<string, ClockKind> = {
  received: 'verify',
  unarchived: 'verify',
  question: 'completion',
  completion_reminder: 'completion',
  closure: 'silence',
  silence_reminder: 'silence',
  due_tomorrow: 'settle',
}

/** What a letter about one report may say to one person; no agency where it is confidential. */
export const factsFor = async (t: Telling, who: Addressee): Promise<NoticeFacts> => {
  const { city, complaint: c, row } = t
  const agency = isSecret(c) ? undefined : agencyById(city, row.agencyId ?? c.leadAgencyId)?.name
  const due = dueDay(c, row.template)
  return {
    city: city.settings.cityName,
    reference: who.reference ?? c.reference,
    link: `${t.env.PUBLIC_URL}${await pathFor(t, who)}`,
    ...(agency ? { agency } : {}),
    ...(due ? { due } : {}),
  }
}

const dueDay = (c: Complaint, template: string): string | undefined => {
  const kind = CLOCK_OF[template]
  const clock = kind ? liveClock(c, kind) : undefined
  const due = dueNow(c)
  const promised = due.kind === 'due' ? due.clock : undefined
  const shown = kind && kind !== 'settle' ? clock : promised
  if (!shown) return undefined
  return `${longDate(shown.dueDay)}${shown.provisional ? ' (perkiraan)' : ''}`
}

/** A single-purpose link where the letter asks for one thing; else the page that asks for the key. */
const pathFor = async (t: Telling, who: Addressee): Promise<string> => {
  const { complaint: c, row, env, now } = t
  const nomor = who.reference ?? c.reference
  if (who.kind === 'staff') return build('caseFile', { nomor: c.reference })
  const purpose = who.kind === 'reporter' ? PURPOSE[row.template] : undefined
  if (!purpose) return build('statusLink', { nomor })
  const round = clockOf(c, purpose === 'answer' ? 'completion' : 'silence')?.round ?? 0
  const link = { complaintId: c.id, purpose, round, expires: linkExpiry(now) }
  return build('oneTime', { token: await signLink(env.SERVER_SECRET, link) })
}
