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
import type { Words } from '../../words/words.ts'
import { attachmentsOf } from './case-attachments.ts'
import { historyOf } from './case-history.ts'
import { dialogueOf } from './case-messages.ts'
import { deskRows, titleFor } from './desk-rows.ts'
import { viewerOf } from './readable.ts'
import { formsOf } from './steps/all.ts'

/** The complaint beside the request as this person may see it, with the forms they may give. */
export function caseView(c: AppContext, desk: DeskAnswer): CaseView {
  const { dossier, city, now, t } = c.var
  const complaint = dossier.complaint
  const today = dateOf(now, city.settings.offset)
  const calendar = calendarOf(city, complaint.leadAgencyId)
  const names = new Map([...desk.names, ...desk.officers].map(({ id, name }) => [id, name]))
  const { files, hidden } = attachmentsOf(c)
  const link = (reference: string) => ({ reference, href: build('caseFile', { nomor: reference }) })
  return {
    reference: complaint.reference,
    title: titleFor(
      t,
      { seen: complaint, title: dossier.row.title, releasedTitle: dossier.row.releasedTitle },
      c.var,
    ),
    state: complaint.state,
    class: complaint.class,
    marks: marksOf(c),
    due: dueNow(complaint),
    left: daysLeft(complaint, today, calendar),
    today,
    stages: clockStages(t, complaint, today, calendar),
    clocks: clocksOf(c),
    facts: factsOf(c, names),
    words: wordsOf(c),
    publicCopy: publicCopyOf(c),
    files,
    hiddenFiles: hidden,
    dialogue: dialogueOf(c, names),
    history: historyOf(c, names),
    similar: deskRows(
      t,
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

function marksOf({ var: { dossier, t } }: AppContext): string[] {
  const complaint = dossier.complaint
  return [
    complaint.supervisory && t.desk.supervisory,
    complaint.confidential && !complaint.supervisory && t.caseWords.secret,
    complaint.sensitive && t.sensitivities[complaint.sensitive],
    complaint.suspectedSpam && t.caseWords.spam,
    complaint.priority !== 'normal' && t.priorities[complaint.priority],
    complaint.returns > 0 && t.caseWords.returns(complaint.returns),
    complaint.disputes > 0 && t.caseWords.disputes(complaint.disputes),
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
function clocksOf({ var: { dossier, t } }: AppContext): CaseView['clocks'] {
  const complaint = dossier.complaint
  const promise = promised(complaint)
  return CLOCKS.flatMap((kind) => {
    const clock = liveClock(complaint, kind)
    if (!clock) return []
    const first = promise.kind === 'due' && promise.clock === clock
    const date =
      clock.status === 'paused'
        ? t.caseWords.paused
        : `${t.longDate(clock.dueDay)}${clock.provisional ? ` (${t.caseWords.provisional})` : ''}`
    return [{ name: t.caseWords.clockNames[kind], date, why: whyOf(t, clock), first }]
  })
}

function whyOf(t: Words, clock: Clock): string {
  const length = t.caseWords.clockDays[clock.unit](clock.length)
  const from = t.caseWords.clockFrom(length, t.mediumDate(clock.startDay))
  return clock.stoodStill > 0
    ? `${from}, ${t.caseWords.stoodStill(t.caseWords.clockDays[clock.unit](clock.stoodStill))}`
    : from
}

/** The point that came with it, with a word where it lies outside the city: a hint, no more. */
function pointOf({ var: { dossier, city, t } }: AppContext): string | null {
  const { lat, lng } = dossier.row
  if (lat === null || lng === null) return null
  const within = isWithin({ lat, lng }, city.settings.bbox)
  return pointText({ lat, lng }) + (within ? '' : ` (${t.caseWords.outside})`)
}

function factsOf(c: AppContext, names: ReadonlyMap<string, string>): CaseView['facts'] {
  const { dossier, city, t } = c.var
  const { complaint, row } = dossier
  const sees = seesIn(c)
  const agency = (id: number | null) => agencyById(city, id)?.shortName ?? null
  const point = pointOf(c)
  const original = sees('originalText')
  const facts: [string, string | null][] = [
    [
      t.caseWords.place,
      placeOf(c, [original ? row.landmark : null, sees('exactPoint') ? point : null]),
    ],
    [t.caseWords.reporter, reporterOf(c)],
    [t.caseWords.held, heldOf(c)],
    [t.caseWords.category, categoryById(city, complaint.categoryId)?.name ?? null],
    [t.caseWords.agency, agency(complaint.leadAgencyId)],
    [
      t.caseWords.proposed,
      complaint.leadAgencyId === null ? agency(complaint.proposedAgencyId) : null,
    ],
    [t.caseWords.supporting, complaint.supportingAgencyIds.map(agency).join(', ') || null],
    [t.caseWords.about, agency(complaint.aboutAgencyId)],
    [t.caseWords.officer, officerOf(c, names)],
    [t.caseWords.received, t.longMoment(complaint.receivedAt)],
    [t.caseWords.incident, original ? t.mediumDate(row.incidentDay) : null],
    // by its number the report stands elsewhere with its reporter's name
    [
      t.caseWords.channel,
      [t.channels[complaint.channel], original && row.laporNumber].filter(Boolean).join(' '),
    ],
    [t.caseWords.onBehalf, original ? row.onBehalf : null],
    [t.caseWords.loss, original ? row.loss : null],
    [t.caseWords.settlement, original ? row.settlement : null],
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
  { var: { dossier, staff, t } }: AppContext,
  names: ReadonlyMap<string, string>,
): string | null {
  const { officerId, leadAgencyId } = dossier.complaint
  if (leadAgencyId === null) return null
  if (officerId === staff.id) return staff.name
  return officerId === null ? t.caseWords.nobody : (names.get(officerId) ?? t.caseWords.someone)
}

/** Which ways to the reporter there are; never the ways themselves. */
function reporterOf({ var: { dossier, t } }: AppContext): string {
  const { complaint, reachable } = dossier
  const ways = [
    reachable.phone && t.caseWords.ways.phone,
    reachable.email && t.caseWords.ways.email,
  ]
  const contact = ways.filter(Boolean).join(', ')
  const who = reachable.name ? t.caseWords.named : t.caseWords.nameless
  return [
    complaint.anonymous ? t.caseWords.anonymous : who,
    contact ? t.caseWords.contact(contact) : t.caseWords.noContact,
    !complaint.hasKeyHolder && t.caseWords.keyless,
  ]
    .filter(Boolean)
    .join(', ')
}

function heldOf({ var: { dossier, city, now, t } }: AppContext): string {
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
          : t.caseWords.holders[total.holder]
      return `${name} ${t.caseWords.clockDays.working_day(total.workingDays)}`
    })
    .join(' · ')
}

/** The reporter's words with what looks personal marked, or the screened copy. */
function wordsOf(c: AppContext): CaseView['words'] {
  const { t } = c.var
  const { row } = c.var.dossier
  const sees = seesIn(c)
  if (sees('originalText')) {
    const text = row.text ?? t.caseWords.erased
    const spans = holdsRole(c.var.staff, 'verifier', c.var.now) ? findPersonalData(text) : []
    return { label: t.caseWords.original, text, spans }
  }
  if (row.screenedText !== null && sees('screenedText'))
    return { label: t.caseWords.screened, text: row.screenedText, spans: [] }
  return { label: t.caseWords.notScreened, text: null, spans: [] }
}

function publicCopyOf({ var: { dossier, t } }: AppContext): CaseView['publicCopy'] {
  const { complaint, row } = dossier
  if (complaint.release.status === 'withdrawn')
    return { label: t.caseWords.withdrawn, title: null, text: null }
  if (complaint.release.status === 'none')
    return complaint.leadAgencyId === null
      ? null
      : { label: t.caseWords.notPublic, title: null, text: null }
  return { label: t.caseWords.publicCopy, title: row.releasedTitle, text: row.releasedText }
}
