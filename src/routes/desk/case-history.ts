import type { EventRow } from '../../db/dossier.ts'
import type { CommandName } from '../../domain/acts/acts.ts'
import { outcomeOf } from '../../domain/case/event-outcome.ts'
import { type AnyFacts, factsOf } from '../../domain/case/happened.ts'
import { canSee } from '../../domain/case/visibility.ts'
import { agencyById, rulesOf } from '../../domain/city/city.ts'
import type { AppContext } from '../../http.ts'
import type { TimelineItem } from '../../views/components/history.tsx'
import type { Words } from '../../words/words.ts'
import { readMessage } from './case-messages.ts'
import { viewerOf } from './readable.ts'

/** What happened, newest first, in the desk's sentences; notes with their words. */
export function historyOf(c: AppContext, names: ReadonlyMap<string, string>): TimelineItem[] {
  const { dossier } = c.var
  return dossier.events
    .filter((e) => e.type !== 'reveal' || maySeeReveal(c, e))
    .map((e): TimelineItem => {
      const message = dossier.messages.find((m) => m.seq === e.seq && m.audience === 'staff')
      const read = message ? readMessage(c, message) : null
      return {
        at: e.at,
        title: capital(sentenceOf(c, e, names)),
        tone: toneOf(e),
        ...(read ? { words: read.text } : {}),
      }
    })
    .reverse()
}

function maySeeReveal(c: AppContext, e: EventRow): boolean {
  return (
    e.actor === `staff:${c.var.staff.id}` ||
    canSee(viewerOf(c), 'revealLog', c.var.dossier.complaint, c.var.now, rulesOf(c.var.city))
  )
}

function sentenceOf(c: AppContext, e: EventRow, names: ReadonlyMap<string, string>): string {
  const { t } = c.var
  const facts: AnyFacts = factsOf(e).facts
  const id = facts.proposed ?? facts.agency ?? e.agencyId
  const officer = facts.officer === undefined ? undefined : names.get(facts.officer)
  const priority =
    e.type === 'set_priority' && facts.priority ? t.priorities[facts.priority] : undefined
  const value = officer ?? priority ?? facts.score ?? facts.rung
  const root = facts.root ?? facts.member
  return t.events[e.type as CommandName].staff({
    agency: agencyById(c.var.city, id)?.shortName,
    actor: actorOf(t, e.actor, names),
    reference: root,
    value: value === undefined ? undefined : String(value),
    date: facts.to ? t.longDate(facts.to) : undefined,
    ...outcomeOf(e, facts),
  })
}

/** Name of whoever gave a command; undefined for reporter and timer. */
export function actorOf(
  t: Words,
  actor: string,
  names: ReadonlyMap<string, string>,
): string | undefined {
  return actor.startsWith('staff:') ? (names.get(actor.slice(6)) ?? t.caseWords.someone) : undefined
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function toneOf(e: EventRow): TimelineItem['tone'] {
  if (e.stateAfter === 'awaiting_info') return 'wait'
  if (e.type === 'escalate' || e.type === 'dispute') return 'late'
  return e.stateAfter === 'closed' ? 'done' : undefined
}
