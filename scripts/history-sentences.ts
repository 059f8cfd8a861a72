import type { CityFinding } from '../src/seal/city-check.ts'
import type { HistoryFinding } from '../src/seal/history-check.ts'

type Say = (f: HistoryFinding) => string

const at = ({ complaint }: HistoryFinding) => `Report ${complaint}`

const SENTENCES: Record<HistoryFinding['problem'], Say> = {
  'no-events': (f) => `${at(f)} has no event at all.`,
  'foreign-event': (f) => `${at(f)}: event ${f.seq} was written for report ${f.other}.`,
  'repeated-seq': (f) => `${at(f)} has event ${f.seq} twice.`,
  gap: (f) => `${at(f)}: events ${f.seq} to ${f.other} are missing.`,
  'wrong-previous': (f) => `${at(f)}: event ${f.seq} does not follow the event before it.`,
  altered: (f) => `${at(f)}: event ${f.seq} was changed after it was written.`,
  swapped: (f) => `${at(f)}: the event at place ${f.seq} was written as event ${f.other}.`,
  'content-mismatch': (f) =>
    `${at(f)}: the words of event ${f.seq} are not those that were written.`,
  'words-gone': (f) => `${at(f)}: the words of event ${f.seq} are gone, and nobody erased them.`,
  'half-erased': (f) => `${at(f)}: of event ${f.seq} only words or only salt are left.`,
  'tail-dropped': (f) => `${at(f)}: events ${f.seq} to ${f.other} at its end are missing.`,
  'row-behind': (f) =>
    `${at(f)} says that event ${f.other} is its last, but event ${f.seq} is there.`,
  'row-hash-differs': (f) => `${at(f)} does not name the hash of its last event, ${f.seq}.`,
  'state-differs': (f) => `${at(f)} says state ${f.other}, its last event (${f.seq}) another.`,
  'agency-differs': (f) =>
    `${at(f)} is with agency ${f.other ?? 'none'}, by its last event (${f.seq}) with another.`,
  'count-differs': (f) => `The digest of ${f.day} counts other reports than changed that day.`,
  'leaves-differ': (f) => `The digest of ${f.day} does not fit the events of that day.`,
  'wrong-previous-day': (f) => `The digest of ${f.day} does not follow that of the day before.`,
  'hash-differs': (f) => `The digest of ${f.day} was changed after it was written.`,
  'row-altered': (f) => `${at(f)}: ${rowOf(f)} is not as event ${f.seq} left it.`,
  'row-dropped': (f) => `${at(f)}: ${rowOf(f)}, which event ${f.seq} left, is gone.`,
  'row-added': (f) =>
    f.seq === null
      ? `${at(f)}: no event wrote ${rowOf(f)}.`
      : `${at(f)}: ${rowOf(f)} is there, though event ${f.seq} took it away.`,
  'report-dropped': (f) => `${at(f)} is gone, which was there when ${f.other} was filed.`,
  'report-rewritten': (f) => `${at(f)} is not as it was when ${f.other} was filed.`,
  'complaint-row-missing': (f) => `${at(f)} is gone, its events are there.`,
  'complaints-swapped': (f) => `${at(f)} has the events of report ${f.other}.`,
  'complaint-dropped': (f) => `${at(f)} is gone, which the digest of ${f.day} knows.`,
  'event-dropped': (f) => `${at(f)}: event ${f.seq} is gone, which the digest of ${f.day} knows.`,
  'event-rewritten': (f) => `${at(f)}: event ${f.seq} is another than in the digest of ${f.day}.`,
  'event-undigested': (f) =>
    `${at(f)}: event ${f.seq} is dated ${f.day}, whose digest does not know it.`,
  'day-rewritten': (f) => `The digest of ${f.day} is not the one that left the system.`,
  'day-missing': (f) => `The digest of ${f.day} left the system and is not in the database.`,
  'database-behind': (f) =>
    `The digest of ${f.day} left the system, but the database ends with ${f.other ?? 'no day'}: an older one was restored.`,
}

export function sentenceOf(finding: HistoryFinding): string {
  return SENTENCES[finding.problem](finding)
}

/** 'clock verify 1' is told as "the row 'clock verify 1'", the report's own as its own. */
function rowOf({ other }: HistoryFinding): string {
  return other === 'complaint' ? 'its own row' : `the row "${other}"`
}

const CITY: Record<CityFinding['problem'], (f: CityFinding) => string> = {
  'city-altered': (f) => `Settings: change ${f.seq} (${f.row}) was altered after it was written.`,
  'city-gap': (f) => `Settings: the change before ${f.seq} (${f.row}) is missing or another.`,
  'city-row-differs': (f) => `Settings: ${f.row} is not as its last change, ${f.seq}, left it.`,
  'city-row-gone': (f) => `Settings: ${f.row} is gone, which change ${f.seq} left.`,
}

export function citySentence(finding: CityFinding): string {
  return CITY[finding.problem](finding)
}
