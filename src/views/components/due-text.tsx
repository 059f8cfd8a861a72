import type { Due } from '../../domain/time/due.ts'
import type { IsoDate } from '../../domain/time/time.ts'
import type { Words } from '../../words/words.ts'

interface Props {
  due: Due
  /** Whole days in the clock's unit (domain daysLeft); null where none runs. */
  left: number | null
  today: IsoDate
  /** The reader is the reporter. */
  forReporter?: boolean
}

/** The due date with what is left of it; nothing where no clock runs. */
export function DueText({ t, due, left, today, forReporter }: Props & { t: Words }) {
  const words = t.dueWords(due, left, today, forReporter ? 'you' : 'other')
  if (words.tone === 'none') return null
  return (
    <p class={`due ${words.tone}`}>
      <b>
        {words.sign} {words.main}
      </b>
      {words.detail && <>. {capital(words.detail)}</>}.
    </p>
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
