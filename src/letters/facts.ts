import { addressMark, linkExpiry, signLink } from '../auth/one-time-link.ts'
import type { OutboxRow } from '../db/outbox.ts'
import { type Complaint, clockOf } from '../domain/case/complaint.ts'
import type { City } from '../domain/city/city.ts'
import type { Instant } from '../domain/time/time.ts'
import { build } from '../paths.ts'
import { type LetterSight, letterSight } from '../sights/letter.ts'
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
  /** Address that it is sent to. */
  to: string
  /** Somebody of the staff reads it: its link asks for the key. */
  ofStaff: boolean
}

export async function factsFor(telling: Telling, who: Addressee): Promise<NoticeFacts> {
  const { t, city, complaint, row } = telling
  const about = { agencyId: row.agencyId, clock: letterRow(row.template).clock ?? null }
  const { reference, agency, due } = letterSight(complaint, city, about)
  return {
    city: city.settings.cityName,
    reference: who.reference ?? reference,
    link: `${telling.env.PUBLIC_URL}${await pathFor(telling, who)}`,
    ...(agency ? { agency: agency.name } : {}),
    ...(due ? { due: dueText(t, due) } : {}),
    ...(complaint.supervisory ? { decided: true as const } : {}),
    ...(complaint.unheard ? { unheard: true as const } : {}),
  }
}

function dueText(t: Words, { day, provisional }: NonNullable<LetterSight['due']>): string {
  return `${t.longDate(day)}${provisional ? ` (${t.caseWords.provisional})` : ''}`
}

async function pathFor(telling: Telling, who: Addressee): Promise<string> {
  const { complaint, row, env, now } = telling
  const nomor = who.reference ?? complaint.reference
  if (who.kind === 'staff' || who.kind === 'agency')
    return build('caseFile', { nomor: complaint.reference })
  const purpose =
    who.kind === 'reporter' && !telling.ofStaff ? letterRow(row.template).link : undefined
  if (!purpose) return build('statusLink', { nomor })
  const round = clockOf(complaint, purpose === 'answer' ? 'completion' : 'silence')?.round ?? 0
  const mark = await addressMark(env.SERVER_SECRET, complaint.id, telling.to)
  const link = { complaintId: complaint.id, purpose, round, mark, expires: linkExpiry(now) }
  return build('oneTime', { token: await signLink(env.SERVER_SECRET, link) })
}
