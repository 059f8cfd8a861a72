import type { Case } from '../db/cases.ts'
import type { Database } from '../db/database.ts'
import { digestOf } from '../db/digests.ts'
import type { OutboxRow } from '../db/outbox.ts'
import { unverified } from '../db/sweeps.ts'
import type { Complaint, State } from '../domain/case/complaint.ts'
import { agencyById, type City } from '../domain/city/city.ts'
import type { Instant } from '../domain/time/time.ts'
import { build } from '../paths.ts'
import type { Letter, NoticeFacts, NoticeText } from '../words/id/notice.ts'
import { type Words, wordsFor } from '../words/words.ts'
import { factsFor } from './facts.ts'
import type { Addressee } from './recipients.ts'

export interface Composing {
  db: Database
  env: Pick<Env, 'PUBLIC_URL' | 'SERVER_SECRET'>
  city: City
  now: Instant
  row: OutboxRow
  found: Case | null
}

const WORKED: readonly State[] = ['received', 'routed', 'in_progress']

/** States in which a letter written ahead still makes sense. */
const STANDS: Record<string, readonly State[]> = {
  completion_reminder: ['awaiting_info'],
  silence_reminder: ['awaiting_confirmation'],
  due_tomorrow: ['routed', 'in_progress'],
  overdue: WORKED,
}

/** What a letter said would be, when it was put into the outbox, is still so. */
export function stillStands(template: string, complaint: Complaint | undefined): boolean {
  return !complaint || (STANDS[template]?.includes(complaint.state) ?? true)
}

/**
 * The letter to one person, greeting and signature included.
 * @throws TypeError for a template that nobody wrote: a bug, seen as a dead letter.
 */
export async function compose(c: Composing, who: Addressee): Promise<Letter> {
  const t = wordsFor('id', c.city.settings.offset)
  const facts = c.found
    ? await factsFor({ ...c, t, complaint: c.found.complaint }, who)
    : generalFacts(c)
  if (!c.found) return t.letter(await general(t, c, facts), facts)
  return t.letter(textOf(t, c.row.template, who)(facts), facts)
}

function textOf(t: Words, template: string, who: Addressee): NoticeText {
  // somebody who joined cannot confirm for the root: for them its closing is an answer
  const name = who.kind === 'member' && template === 'closure' ? 'reply' : template
  const texts: Record<string, NoticeText> =
    who.kind === 'staff' ? t.staffNotices : t.reporterNotices
  const text = texts[name]
  if (!text) throw new TypeError(`no letter ${name} for ${who.kind}`)
  return text
}

function generalFacts({ city, env }: Composing): NoticeFacts {
  return {
    city: city.settings.cityName,
    reference: '',
    link: `${env.PUBLIC_URL}${build('desk')}`,
  }
}

/** Letters about no single report; which day or agency stands in their dedupe key. */
async function general(t: Words, c: Composing, facts: NoticeFacts): Promise<Letter> {
  const [template, a = '', b = ''] = c.row.dedupe.split('|')
  if (template === 'unverified_digest') return unverifiedDigest(t, c, facts)
  if (template === 'calendar_missing') return t.systemNotices.calendar_missing(Number(a))
  if (template === 'day_digest') return dayDigest(t, c, a)
  if (template === 'figures_differ') return t.systemNotices.figures_differ(agencyName(c, a), b)
  throw new TypeError(`no letter ${template}`)
}

function agencyName({ city }: Composing, scope: string): string {
  return agencyById(city, Number(scope.replace(/\D/g, '')))?.shortName ?? scope
}

const LINES = 10
const MOST = 100

async function unverifiedDigest(t: Words, c: Composing, facts: NoticeFacts): Promise<Letter> {
  const rows = await unverified(c.db, MOST + 1)
  return t.staffNotices.unverified_digest({
    ...facts,
    count: rows.length > MOST ? `${MOST}+` : String(rows.length),
    lines: rows
      .slice(0, LINES)
      .map(({ reference, dueDay }) => `${reference}${dueDay ? `  ${t.longDate(dueDay)}` : ''}`),
    link: `${c.env.PUBLIC_URL}${build('desk')}`,
  })
}

async function dayDigest(t: Words, c: Composing, day: string): Promise<Letter> {
  const kept = await digestOf(c.db, day)
  if (!kept) throw new TypeError(`no digest of ${day}`)
  const { root, count, previous, hash } = kept
  return t.systemNotices.day_digest(day, JSON.stringify({ day, count, root, previous, hash }))
}
