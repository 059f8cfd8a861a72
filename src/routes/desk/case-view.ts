import type { DeskAnswer } from '../../db/desk.ts'
import { liveClock, type State } from '../../domain/case/complaint.ts'
import { custody, custodyTotals } from '../../domain/case/custody.ts'
import { canSee, type Field } from '../../domain/case/visibility.ts'
import { agencyById, areaById, calendarOf, categoryById, rulesOf } from '../../domain/city/city.ts'
import { isWithin, pointText } from '../../domain/city/point.ts'
import { holdsRole } from '../../domain/people/actor.ts'
import { findPersonalData } from '../../domain/text/screening.ts'
import type { Clock } from '../../domain/time/clocks.ts'
import { daysLeft, dueNow, promised } from '../../domain/time/due.ts'
import { dateOf } from '../../domain/time/time.ts'
import type { AppContext } from '../../http.ts'
import { build } from '../../paths.ts'
import { clockStages } from '../../views/components/clock-stages.ts'
import type { CaseView } from '../../views/desk/case-view.ts'
import { longDate, longMoment, mediumDate } from '../../words/format.ts'
import { desk as deskWords, caseWords as words } from '../../words/id/desk.ts'
import { channels, priorities, sensitivities } from '../../words/id/states.ts'
import { attachmentsOf } from './case-attachments.ts'
import { historyOf } from './case-history.ts'
import { dialogueOf } from './case-messages.ts'
import { deskRows, titleFor } from './desk-rows.ts'
import { formsOf } from './forms-of.ts'
import { viewerOf } from './readable.ts'

/** The complaint beside the request as this person may see it, with the forms they may give. */
export function caseView(c: AppContext, desk: DeskAnswer): CaseView {
  const { dossier, city, now } = c.var
  const complaint = dossier.complaint
  const today = dateOf(now, city.settings.offset)
  const calendar = calendarOf(city, complaint.leadAgencyId)
  const names = new Map([...desk.names, ...desk.officers].map(({ id, name }) => [id, name]))
  const { files, hidden } = attachmentsOf(c)
  const link = (reference: string) => ({ reference, href: build('caseFile', { nomor: reference }) })
  return {
    reference: complaint.reference,
    title: titleFor(
      { seen: complaint, title: dossier.row.title, releasedTitle: dossier.row.releasedTitle },
      c.var,
    ),
    state: complaint.state,
    class: complaint.class,
    marks: marksOf(c),
    due: dueNow(complaint),
    left: daysLeft(complaint, today, calendar),
    today,
    stages: clockStages(complaint, today, calendar),
    clocks: clocksOf(c),
    facts: factsOf(c, names),
    words: wordsOf(c),
    publicCopy: publicCopyOf(c),
    files,
    hiddenFiles: hidden,
    dialogue: dialogueOf(c, names),
    history: historyOf(c, names),
    similar: deskRows(
      desk.similar.filter((row) => row.seen.id !== complaint.id),
      c.var,
      null,
      (nomor) => build('caseFile', { nomor }),
    ),
    members: desk.members.map(link),
    root: dossier.root ? link(dossier.root.complaint.reference) : null,
    forms: formsOf(c, desk),
  }
}

function seesIn(c: AppContext) {
  return (field: Field) =>
    canSee(viewerOf(c), field, c.var.dossier.complaint, c.var.now, rulesOf(c.var.city))
}

function marksOf({ var: { dossier } }: AppContext): string[] {
  const complaint = dossier.complaint
  return [
    complaint.supervisory && deskWords.supervisory,
    complaint.confidential && !complaint.supervisory && words.secret,
    complaint.sensitive && sensitivities[complaint.sensitive],
    complaint.suspectedSpam && words.spam,
    complaint.priority !== 'normal' && priorities[complaint.priority],
    complaint.returns > 0 && words.returns(complaint.returns),
    complaint.disputes > 0 && words.disputes(complaint.disputes),
  ].filter((mark) => mark !== false && mark !== null)
}

const CLOCKS = [
  'verify',
  'complete',
  'follow_up',
  'settle',
  'decide',
  'silence',
  'completion',
] as const

/** Both clocks of the promise, the earlier one marked: it is ranked and escalated. */
function clocksOf({ var: { dossier } }: AppContext): CaseView['clocks'] {
  const complaint = dossier.complaint
  const promise = promised(complaint)
  return CLOCKS.flatMap((kind) => {
    const clock = liveClock(complaint, kind)
    if (!clock) return []
    const first = promise.kind === 'due' && promise.clock === clock
    const date =
      clock.status === 'paused'
        ? words.paused
        : `${longDate(clock.dueDay)}${clock.provisional ? ` (${words.provisional})` : ''}`
    return [{ name: words.clockNames[kind], date, why: whyOf(clock), first }]
  })
}

function whyOf(clock: Clock): string {
  const length = words.clockDays[clock.unit](clock.length)
  const from = words.clockFrom(length, mediumDate(clock.startDay))
  return clock.stoodStill > 0
    ? `${from}, ${words.stoodStill(words.clockDays[clock.unit](clock.stoodStill))}`
    : from
}

/** The point that came with it, with a word where it lies outside the city: a hint, no more. */
function pointOf({ var: { dossier, city } }: AppContext): string | null {
  const { lat, lng } = dossier.row
  if (lat === null || lng === null) return null
  const within = isWithin({ lat, lng }, city.settings.bbox)
  return pointText({ lat, lng }) + (within ? '' : ` (${words.outside})`)
}

function factsOf(c: AppContext, names: ReadonlyMap<string, string>): CaseView['facts'] {
  const { dossier, city } = c.var
  const { complaint, row } = dossier
  const sees = seesIn(c)
  const agency = (id: number | null) => agencyById(city, id)?.shortName ?? null
  const point = pointOf(c)
  const original = sees('originalText')
  const facts: [string, string | null][] = [
    [words.place, placeOf(c, [original ? row.landmark : null, sees('exactPoint') ? point : null])],
    [words.reporter, reporterOf(c)],
    [words.held, heldOf(c)],
    [words.category, categoryById(city, complaint.categoryId)?.name ?? null],
    [words.agency, agency(complaint.leadAgencyId)],
    [words.proposed, complaint.leadAgencyId === null ? agency(complaint.proposedAgencyId) : null],
    [words.supporting, complaint.supportingAgencyIds.map(agency).join(', ') || null],
    [words.about, agency(complaint.aboutAgencyId)],
    [words.officer, officerOf(c, names)],
    [words.received, longMoment(complaint.receivedAt)],
    [words.incident, original ? mediumDate(row.incidentDay) : null],
    // by its number the report stands elsewhere with its reporter's name
    [
      words.channel,
      [channels[complaint.channel], original && row.laporNumber].filter(Boolean).join(' '),
    ],
    [words.onBehalf, original ? row.onBehalf : null],
    [words.loss, original ? row.loss : null],
    [words.settlement, original ? row.settlement : null],
  ]
  return facts.flatMap(([name, value]) => (value ? [{ name, value }] : []))
}

function placeOf({ var: { dossier, city } }: AppContext, exact: (string | null)[]) {
  return (
    [
      ...exact,
      areaById(city, dossier.complaint.subdistrictId)?.name,
      areaById(city, dossier.complaint.districtId)?.name,
    ]
      .filter(Boolean)
      .join(', ') || null
  )
}

function officerOf(
  { var: { dossier, staff } }: AppContext,
  names: ReadonlyMap<string, string>,
): string | null {
  const { officerId, leadAgencyId } = dossier.complaint
  if (leadAgencyId === null) return null
  if (officerId === staff.id) return staff.name
  return officerId === null ? words.nobody : (names.get(officerId) ?? words.someone)
}

/** Which ways to the reporter there are; never the ways themselves. */
function reporterOf({ var: { dossier } }: AppContext): string {
  const { complaint, reachable } = dossier
  const ways = [reachable.phone && words.ways.phone, reachable.email && words.ways.email]
  const contact = ways.filter(Boolean).join(', ')
  const who = reachable.name ? words.named : words.nameless
  return [
    complaint.anonymous ? words.anonymous : who,
    contact ? words.contact(contact) : words.noContact,
    !complaint.hasKeyHolder && words.keyless,
  ]
    .filter(Boolean)
    .join(', ')
}

function heldOf({ var: { dossier, city, now } }: AppContext): string {
  const spans = custody(
    dossier.events.map((e) => ({
      at: e.at,
      stateAfter: e.stateAfter as State,
      agencyAfter: e.agencyId,
    })),
    now,
  )
  return custodyTotals(spans, calendarOf(city))
    .filter((total) => total.holder !== 'none')
    .map((total) => {
      const name =
        total.holder === 'agency'
          ? (agencyById(city, total.agencyId)?.shortName ?? 'OPD')
          : words.holders[total.holder]
      return `${name} ${words.clockDays.working_day(total.workingDays)}`
    })
    .join(' · ')
}

/** The reporter's words with what looks personal marked, or the screened copy. */
function wordsOf(c: AppContext): CaseView['words'] {
  const { row } = c.var.dossier
  const sees = seesIn(c)
  if (sees('originalText')) {
    const text = row.text ?? words.erased
    const spans = holdsRole(c.var.staff, 'verifier', c.var.now) ? findPersonalData(text) : []
    return { label: words.original, text, spans }
  }
  if (row.screenedText !== null && sees('screenedText'))
    return { label: words.screened, text: row.screenedText, spans: [] }
  return { label: words.notScreened, text: null, spans: [] }
}

function publicCopyOf({ var: { dossier } }: AppContext): CaseView['publicCopy'] {
  const { complaint, row } = dossier
  if (complaint.release.status === 'withdrawn')
    return { label: words.withdrawn, title: null, text: null }
  if (complaint.release.status === 'none')
    return complaint.leadAgencyId === null
      ? null
      : { label: words.notPublic, title: null, text: null }
  return { label: words.publicCopy, title: row.releasedTitle, text: row.releasedText }
}
