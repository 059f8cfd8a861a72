import type { Dossier, MessageRow } from '../db/dossier.ts'
import { REOPEN_DAYS } from '../domain/acts/reopen.ts'
import { clockOf, type State } from '../domain/case/complaint.ts'
import { objectUntil } from '../domain/case/objection.ts'
import { isShown } from '../domain/case/shown.ts'
import { fieldOfMessage, isRevealShown } from '../domain/case/visibility.ts'
import { type City, categoryById } from '../domain/city/city.ts'
import { addDays, dateOf, type Instant, type IsoDate } from '../domain/time/time.ts'
import { type ClockSight, clockSight } from './clock.ts'
import { type Custody, custodyOf } from './custody.ts'
import { eyeOf } from './eye.ts'
import type { FileSight } from './files.ts'
import { type MemberSight, memberSight } from './member.ts'
import { type AgencyName, agencyName, areaName, placeOf } from './names.ts'
import { type OwnWords, ownWords, screenedCopies } from './own-words.ts'
import { type Pages, pagesOf } from './pages.ts'
import { openFiles, reporterFiles } from './reporter-files.ts'
import { type ReporterHappening, reporterHistory } from './reporter-history.ts'
import { type Said, saidIn, wordsOf } from './said.ts'
import { type Speaker, speakerOf } from './speaker.ts'
import { toldBy } from './told.ts'
import { type Wish, wishOf } from './wish.ts'

export interface ReporterSight {
  reference: string
  title: string
  state: State
  receivedAt: Instant
  place: string[]
  category: string | null
  /** Of the complaint whose handling is followed: its own, or the root's. */
  agency: AgencyName | null
  clock: ClockSight
  custody: Custody
  question: { seq: number; by: Speaker; text: string; answerBy: IsoDate } | null
  closure: { seq: number; by: Speaker; text: string; reason: string; silentUntil: IsoDate } | null
  /** Newest first. */
  history: ReporterHappening[]
  pages: Pages
  /** Oldest first. */
  dialogue: (Said & { ofRoot: boolean })[]
  files: FileSight[]
  root: MemberSight | null
  rating: number | null
  reopenUntil: IsoDate | null
  objectUntil: IsoDate | null
  /** Who opened the identity, and why, once seven days are over. */
  reveals: { at: Instant; reason: string }[]
  own: OwnWords
  /** What the agency reads in place of an anonymous reporter's own words. */
  screened: string[]
  wish: Wish
}

export function reporterSight(whole: Dossier, city: City, now: Instant): ReporterSight {
  const d = toldBy(whole, now)
  const { complaint } = d
  const sees = eyeOf({ kind: 'key' }, complaint, city, now)
  const root = d.root && memberSight(d.root, city, now)
  const arrived = d.messages.filter((m) => m.visibleFrom <= now && m.state !== 'undone')
  const messages = arrived.filter((m) => sees(fieldOfMessage(m)))
  const open = openFiles(whole, sees, now)
  const own = ownWords(d.row, sees)
  const held = heldSteps(d, arrived, open)
  const [question, closure] = [questionIn(d, messages, city), closureIn(d, messages, city)]
  const asking = question?.seq ?? closure?.seq ?? null
  const pages = pagesOf(whole)
  return {
    reference: complaint.reference,
    title: own.title || complaint.reference,
    state: complaint.state,
    receivedAt: complaint.receivedAt,
    place: sees('exactPoint')
      ? placeOf(
          d.row.landmark,
          areaName(city, complaint.subdistrictId),
          areaName(city, complaint.districtId),
        )
      : [],
    category: categoryById(city, complaint.categoryId)?.name ?? null,
    ...(root?.followed ?? {
      agency: agencyName(city, complaint.leadAgencyId),
      clock: clockSight(complaint, city, now),
    }),
    custody: sees('custody') ? custodyOf(d.events, city, now) : { now: null, before: [] },
    question,
    closure,
    history: reporterHistory(d, { messages, held, root, asking }, city, now),
    pages,
    dialogue: dialogueIn(d, messages, pages.newest ? root : null, city),
    files: reporterFiles(d, open),
    root,
    rating: complaint.rating,
    reopenUntil: reopenUntil(d, city),
    // whoever reads this is told by it
    objectUntil: objectUntil(complaint.toldAt ?? now, city.settings.offset),
    reveals: sees('revealLog') ? revealsIn(d, now) : [],
    own,
    screened: screenedCopies(d, sees),
    wish: wishOf(complaint, whole.reachable),
  }
}

/** Steps that wait for the seconds of their undo, or with a closing whose proof they are. */
function heldSteps(
  d: Dossier,
  arrived: readonly MessageRow[],
  open: ReadonlySet<Dossier['attachments'][number]>,
): Set<number> {
  const messages = d.messages.filter((m) => !arrived.includes(m))
  const files = d.attachments.filter((a) => a.key && !open.has(a))
  return new Set([...messages, ...files].map(({ seq }) => seq))
}

function dialogueIn(
  { shown }: Dossier,
  messages: readonly MessageRow[],
  root: MemberSight | null,
  city: City,
) {
  const own = messages
    .filter((m) => isShown(shown, m) && m.kind !== 'closure')
    .map((m) => saidIn(m, city))
  return [
    ...own.map((said) => ({ ...said, ofRoot: false })),
    ...(root?.answers ?? []).map((said) => ({ ...said, ofRoot: true })),
  ].sort((a, b) => a.at - b.at)
}

function questionIn(
  { complaint }: Dossier,
  messages: readonly MessageRow[],
  city: City,
): ReporterSight['question'] {
  const asked = messages.findLast((m) => m.kind === 'question')
  const until = clockOf(complaint, 'completion')
  if (complaint.state !== 'awaiting_info' || !asked || !until) return null
  return {
    seq: asked.seq,
    by: speakerOf(asked, city),
    text: wordsOf(asked),
    answerBy: until.dueDay,
  }
}

function closureIn(
  { complaint }: Dossier,
  messages: readonly MessageRow[],
  city: City,
): ReporterSight['closure'] {
  const closing = messages.findLast((m) => m.kind === 'closure' && m.state === 'sent')
  const until = clockOf(complaint, 'silence')
  if (complaint.state !== 'awaiting_confirmation' || !closing || !until) return null
  return {
    seq: closing.seq,
    by: speakerOf(closing, city),
    text: closing.masked ?? closing.text ?? '',
    reason: closing.masked === null ? (closing.reason ?? '') : '',
    silentUntil: until.dueDay,
  }
}

function revealsIn(d: Dossier, now: Instant): ReporterSight['reveals'] {
  return d.reveals
    .filter((r) => isRevealShown(r.at, now))
    .map((r) => ({ at: r.at, reason: d.messages.find((m) => m.seq === r.seq)?.text ?? '' }))
}

function reopenUntil({ complaint }: Dossier, city: City): IsoDate | null {
  // whoever was not told comes back whenever they do
  return complaint.state === 'closed' && complaint.closedAt !== null && !complaint.unheard
    ? addDays(dateOf(complaint.closedAt, city.settings.offset), REOPEN_DAYS)
    : null
}
