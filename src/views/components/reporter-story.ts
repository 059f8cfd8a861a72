import type { ReporterSight } from '../../sights/reporter.ts'
import type { ReporterHappening } from '../../sights/reporter-history.ts'
import type { Words } from '../../words/words.ts'
import { messageFor } from './citizen-dialogue.ts'
import { toReporter } from './citizen-history.ts'
import type { TimelineItem } from './history.tsx'

type Told = Pick<ReporterSight, 'history' | 'dialogue'>

/** All that was done and said, newest first, and each once: no list of messages beside it. */
export function reporterStory(t: Words, { history, dialogue }: Told): TimelineItem[] {
  const own = history.filter(isNews).map((step) => stepOf(t, step))
  const ofRoot = dialogue.filter((said) => said.ofRoot).map((said) => messageFor(t, said))
  return [
    ...own,
    ...ofRoot.map(({ at, by, text, note }) => ({ at, title: by, words: text, note })),
  ].sort((a, b) => b.at - a.at)
}

/** A file stands among the files; here only where it was the answer. */
function isNews({ what, answers }: ReporterHappening): boolean {
  return what !== 'attach' || answers
}

function stepOf(t: Words, step: ReporterHappening): TimelineItem {
  const item = toReporter(t, step)
  return {
    ...item,
    words: step.asksNow ? undefined : item.words,
    note: step.screening ? t.status.screening : item.note,
  }
}
