import type { Case } from '../db/cases.ts'
import type { Database } from '../db/database.ts'
import { eventAt } from '../db/event-at.ts'
import type { OutboxRow } from '../db/outbox.ts'
import { isStaffMailbox } from '../db/staff-mailbox.ts'
import type { Complaint } from '../domain/case/complaint.ts'
import type { LetterName } from '../domain/case/letters.ts'
import { isRecorded } from '../domain/case/on-behalf.ts'
import type { City } from '../domain/city/city.ts'
import type { Instant } from '../domain/time/time.ts'
import type { Letter, NoticeText } from '../words/id/notice.ts'
import { type Words, wordsFor } from '../words/words.ts'
import { factsFor } from './facts.ts'
import type { Addressee } from './recipients.ts'
import { letterRow } from './table.ts'

export interface Composing {
  db: Database
  env: Pick<Env, 'PUBLIC_URL' | 'SERVER_SECRET'>
  city: City
  now: Instant
  row: OutboxRow
  found: Case | null
  /** Address that it is sent to: its link ends with it. */
  to: string
}

export function stillStands(template: LetterName, complaint: Complaint | undefined): boolean {
  return !complaint || (letterRow(template).stands?.includes(complaint.state) ?? true)
}

/** @throws TypeError for a template that nobody wrote: a bug, seen as a dead letter. */
export async function compose(composing: Composing, who: Addressee): Promise<Letter> {
  const { city, row, found } = composing
  const t = wordsFor('id', city.settings.offset)
  if (!found) return t.letter(forWhom(t, await general(t, composing), who), city.settings.cityName)
  const ofStaff = await isOfStaff(composing, who)
  const facts = await factsFor({ ...composing, t, complaint: found.complaint, ofStaff }, who)
  const written = textOf(t, row.template, who)(facts)
  const said = (await isWrittenDown(composing)) ? withMore(written, t.recordedForReporter) : written
  const text = ofStaff ? withMore(said, t.addressOfStaff) : said
  return t.letter(forWhom(t, text, who), city.settings.cityName)
}

function forWhom(t: Words, text: Letter, { kind, insteadOf }: Addressee): Letter {
  if (kind === 'agency') return { ...text, body: `${t.copyForAgency}\n\n${text.body}` }
  if (insteadOf === undefined) return text
  return { ...text, body: `${t.instead(insteadOf)}\n\n${text.body}` }
}

function withMore(text: Letter, more: string): Letter {
  return { ...text, body: `${text.body}\n\n${more}` }
}

/** Whoever filed for somebody may have written an address of staff: it lets nobody act as the reporter. */
async function isOfStaff({ db, found, row, to }: Composing, who: Addressee): Promise<boolean> {
  return (
    who.kind === 'reporter' &&
    letterRow(row.template).link !== undefined &&
    (found?.complaint.filedBy ?? null) !== null &&
    (await isStaffMailbox(db, to))
  )
}

/** Whoever reads it as the reporter's own word learns that it is not in their hand. */
async function isWrittenDown({ db, row, found }: Composing): Promise<boolean> {
  if (!found || found.complaint.hasKeyHolder || row.seq === null) return false
  const event = await eventAt(db, found.complaint.id, row.seq)
  return event !== null && isRecorded(found.complaint, event)
}

async function general(t: Words, composing: Composing): Promise<Letter> {
  const { template, dedupe } = composing.row
  const write = letterRow(template).general
  if (!write) throw new TypeError(`no letter ${template} without a report`)
  const [, ...of] = dedupe.split('|')
  return write(t, composing, ...of)
}

function textOf(t: Words, template: LetterName, who: Addressee): NoticeText {
  const name = (who.kind === 'member' && letterRow(template).members) || template
  const texts: Record<string, NoticeText> =
    who.kind === 'staff' || who.kind === 'agency' ? t.staffNotices : t.reporterNotices
  const text = texts[name]
  if (!text) throw new TypeError(`no letter ${name} for ${who.kind}`)
  return text
}
