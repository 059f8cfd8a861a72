import type { Happening } from '../../sights/happening.ts'
import type { ReporterHappening } from '../../sights/reporter-history.ts'
import type { Words } from '../../words/words.ts'
import type { TimelineItem } from './history.tsx'

export function toReporter(t: Words, step: ReporterHappening): TimelineItem {
  const title = t.events[step.what].citizen?.({
    agency: step.agency?.name,
    reference: step.reference ?? undefined,
    value: step.value === null ? undefined : String(step.value),
    date: step.date === null ? undefined : t.longDate(step.date),
    answers: step.answers,
    goesOn: step.goesOn,
    promise: step.promise,
    unheard: step.unheard,
  })
  return {
    at: step.at,
    title: recorded(t, step, title ?? ''),
    tone: step.tone ?? undefined,
    words: step.words ?? undefined,
    note:
      step.countedFrom === null ? undefined : t.status.countedFrom(t.longDate(step.countedFrom)),
  }
}

/** The same step as anyone is told of it: what the reporter did is told of, not to, them. */
export function toAnyone(t: Words, step: Happening): TimelineItem {
  return { at: step.at, title: recorded(t, step, sentenceForAnyone(t, step)) }
}

/** Never which person of the staff. */
function recorded(t: Words, step: Happening, title: string): string {
  return step.recorded ? t.status.recorded(title) : title
}

function sentenceForAnyone(t: Words, { what, agency, value, promise, unheard }: Happening): string {
  if (what === 'confirm') return t.report.confirmed
  if (what === 'dispute') return t.report.disputed
  const words = {
    agency: agency?.name,
    value: value === null ? undefined : String(value),
    promise,
    unheard,
  }
  // what the citizen's words say to the reporter, these say of them
  if (what === 'close_by_silence') return t.events[what].staff(words)
  return t.events[what].citizen?.(words) ?? ''
}
