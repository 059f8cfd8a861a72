import type { DeskHappening } from '../../sights/desk-history.ts'
import type { DeskSaid, ReadWords } from '../../sights/desk-messages.ts'
import type { Person } from '../../sights/person.ts'
import type { Words } from '../../words/words.ts'
import type { DialogueMessage, TimelineItem } from '../components/history.tsx'

/** 'Rina', 'Petugas', 'Pelapor', 'Sistem'. */
export function personName(t: Words, by: Person): string {
  if (by.kind === 'reporter') {
    const { reporterName, someone, recordedBy } = t.caseWords
    return by.recorded ? recordedBy(reporterName, by.recorded.name ?? someone) : reporterName
  }
  return by.kind === 'staff' ? (by.name ?? t.caseWords.someone) : t.caseWords.system
}

export function toDesk(t: Words, step: DeskHappening): TimelineItem {
  return {
    at: step.at,
    title: capital(sentence(t, step)) + (step.seenKey ? ` (${t.caseWords.seenKey})` : ''),
    tone: step.tone ?? undefined,
    words: step.note ? readText(t, step.note) : undefined,
  }
}

function sentence(t: Words, step: DeskHappening): string {
  const { officer, priority, value } = step
  const named = officer ?? (priority && t.priorities[priority]) ?? value
  return t.events[step.what].staff({
    agency: step.agency?.shortName,
    actor: step.by.kind === 'staff' ? personName(t, step.by) : undefined,
    handedOver: step.handedOver ?? undefined,
    reference: step.reference ?? undefined,
    value: named === null ? undefined : String(named),
    date: step.date === null ? undefined : t.longDate(step.date),
    recorded: step.recorded,
    answers: step.answers,
    goesOn: step.goesOn,
    promise: step.promise,
    unheard: step.unheard,
  })
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export function messageForDesk(t: Words, { at, by, agency, words }: DeskSaid): DialogueMessage {
  const name = personName(t, by)
  return {
    at,
    by: agency ? `${name}, ${agency.shortName}` : name,
    mine: by.kind !== 'reporter',
    text: readText(t, words),
    note: noteOf(t, words),
  }
}

function readText(t: Words, words: ReadWords): string {
  if (words.kind === 'hidden') return t.caseWords.hiddenMessage
  return [words.text ?? t.caseWords.erased, words.reason].filter(Boolean).join('\n\n')
}

function noteOf(t: Words, words: ReadWords): string | undefined {
  if (words.kind === 'hidden' || words.waits === 'screening') return t.caseWords.screening
  if (words.masked !== null) return t.caseWords.masked(words.masked)
  if (words.waits === 'spent') return t.caseWords.spentDraft
  return words.waits === 'approval' ? t.caseWords.draft : undefined
}
