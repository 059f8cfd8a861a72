import { pointText } from '../../domain/city/point.ts'
import type { LiveClock } from '../../sights/desk-clocks.ts'
import type { DeskFacts } from '../../sights/desk-facts.ts'
import type { Words } from '../../words/words.ts'

/** Name and value of everything known, then the clocks that run. */
export function Facts({ t, facts, clocks }: { t: Words; facts: DeskFacts; clocks: LiveClock[] }) {
  return (
    <dl class="facts">
      {rowsOf(t, facts).map(
        ([name, value]) =>
          value && (
            <div>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
      {clocks.map((clock) => (
        <div>
          <dt>
            {t.caseWords.clockNames[clock.kind]}
            {clock.first && ` · ${t.caseWords.promised.toLowerCase()}`}
          </dt>
          <dd>
            {dueText(t, clock)} <small>{whyText(t, clock)}</small>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function rowsOf(t: Words, facts: DeskFacts): [string, string | null | undefined][] {
  return [
    [t.caseWords.place, placeText(t, facts)],
    [t.caseWords.reporter, reporterText(t, facts.reporter)],
    [t.caseWords.held, heldText(t, facts.held)],
    [t.caseWords.category, facts.category],
    [t.caseWords.agency, facts.agency?.shortName],
    [t.caseWords.proposed, facts.proposed?.shortName],
    [t.caseWords.supporting, facts.supporting.map(({ shortName }) => shortName).join(', ')],
    [t.caseWords.about, facts.about?.shortName],
    [t.caseWords.officer, officerText(t, facts.officer)],
    [t.caseWords.received, t.longMoment(facts.receivedAt)],
    [t.caseWords.told, toldText(t, facts.told)],
    [t.caseWords.incident, facts.incidentDay && t.mediumDate(facts.incidentDay)],
    [t.caseWords.channel, [t.channels[facts.channel], facts.laporNumber].filter(Boolean).join(' ')],
    [t.caseWords.onBehalf, facts.onBehalf],
    [t.caseWords.loss, facts.loss],
    [t.caseWords.settlement, facts.settlement],
  ]
}

function toldText(t: Words, told: DeskFacts['told']): string | null {
  if (!told) return null
  return t.caseWords.toldDays(t.mediumDate(told.day), told.ended && t.mediumDate(told.ended))
}

/** With a word where the point lies outside the city: a hint, no more. */
function placeText(t: Words, { landmark, point, place }: DeskFacts): string {
  const exact = point && pointText(point) + (point.within ? '' : ` (${t.caseWords.outside})`)
  return [landmark, exact, ...place].filter(Boolean).join(', ')
}

function reporterText(t: Words, reporter: DeskFacts['reporter']): string {
  const ways = [reporter.phone && t.caseWords.ways.phone, reporter.email && t.caseWords.ways.email]
  const contact = ways.filter(Boolean).join(', ')
  const who = reporter.name ? t.caseWords.named : t.caseWords.nameless
  return [
    reporter.anonymous ? t.caseWords.anonymous : who,
    contact ? t.caseWords.contact(contact) : t.caseWords.noContact,
    !reporter.email && t.caseWords.untold,
    reporter.returned && t.caseWords.lettersReturned,
    !reporter.hasKeyHolder && t.caseWords.keyless,
  ]
    .filter(Boolean)
    .join(', ')
}

function heldText(t: Words, held: DeskFacts['held']): string {
  return held
    .flatMap(({ holder, agency, days }) => {
      if (holder === 'none') return []
      const name = holder === 'agency' ? (agency?.shortName ?? 'OPD') : t.caseWords.holders[holder]
      return [`${name} ${t.caseWords.clockDays.working_day(days)}`]
    })
    .join(' · ')
}

function officerText(t: Words, officer: DeskFacts['officer']): string | null {
  if (officer === null) return null
  return officer === 'nobody' ? t.caseWords.nobody : (officer.name ?? t.caseWords.someone)
}

function dueText(t: Words, { paused, dueDay, dueAt, provisional }: LiveClock): string {
  if (paused) return t.caseWords.paused
  if (dueAt !== null) return t.longMoment(dueAt)
  return `${t.longDate(dueDay)}${provisional ? ` (${t.caseWords.provisional})` : ''}`
}

function whyText(t: Words, { unit, length, startDay, stoodStill }: LiveClock): string {
  const days = t.caseWords.clockDays[unit]
  const from = t.caseWords.clockFrom(days(length), t.mediumDate(startDay))
  return stoodStill > 0 ? `${from}, ${t.caseWords.stoodStill(days(stoodStill))}` : from
}
