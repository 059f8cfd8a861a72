import { linkExpiry, signLink } from '../auth/one-time-link.ts'
import type { OutboxRow } from '../db/outbox.ts'
import { type Complaint, clockOf, liveClock } from '../domain/case/complaint.ts'
import type { LetterName } from '../domain/case/letters.ts'
import { isSecret } from '../domain/case/visibility.ts'
import { agencyById, type City } from '../domain/city/city.ts'
import { dueNow } from '../domain/time/due.ts'
import type { Instant } from '../domain/time/time.ts'
import { build } from '../paths.ts'
import type { NoticeFacts } from '../words/id/notice.ts'
import type { Words } from '../words/words.ts'
import type { Addressee } from './recipients.ts'
import { letterRow } from './table.ts'

interface Telling {
  t: Words
  env: Pick<Env, 'PUBLIC_URL' | 'SERVER_SECRET'>
  city: City
  now: Instant
  row: OutboxRow
  complaint: Complaint
}

/** What a letter about one report may say to one person; no agency where it is confidential. */
export async function factsFor(telling: Telling, who: Addressee): Promise<NoticeFacts> {
  const { city, complaint, row } = telling
  const agency = isSecret(complaint)
    ? undefined
    : agencyById(city, row.agencyId ?? complaint.leadAgencyId)?.name
  const due = dueDay(telling.t, complaint, row.template)
  return {
    city: city.settings.cityName,
    reference: who.reference ?? complaint.reference,
    link: `${telling.env.PUBLIC_URL}${await pathFor(telling, who)}`,
    ...(agency ? { agency } : {}),
    ...(due ? { due } : {}),
  }
}

function dueDay(t: Words, complaint: Complaint, template: LetterName): string | undefined {
  const kind = letterRow(template).clock
  const clock = kind ? liveClock(complaint, kind) : undefined
  const due = dueNow(complaint)
  const promised = due.kind === 'due' ? due.clock : undefined
  const shown = kind ? clock : promised
  if (!shown) return undefined
  return `${t.longDate(shown.dueDay)}${shown.provisional ? ` (${t.caseWords.provisional})` : ''}`
}

/** A single-purpose link where the letter asks for one thing; else the page that asks for the key. */
async function pathFor(telling: Telling, who: Addressee): Promise<string> {
  const { complaint, row, env, now } = telling
  const nomor = who.reference ?? complaint.reference
  if (who.kind === 'staff') return build('caseFile', { nomor: complaint.reference })
  const purpose = who.kind === 'reporter' ? letterRow(row.template).link : undefined
  if (!purpose) return build('statusLink', { nomor })
  const round = clockOf(complaint, purpose === 'answer' ? 'completion' : 'silence')?.round ?? 0
  const link = { complaintId: complaint.id, purpose, round, expires: linkExpiry(now) }
  return build('oneTime', { token: await signLink(env.SERVER_SECRET, link) })
}
