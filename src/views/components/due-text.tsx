import type { ClockSight, PromiseSight } from '../../sights/clock.ts'
import type { Words } from '../../words/words.ts'

interface Props {
  clock: ClockSight
  forReporter?: boolean
}

export function DueText({ t, clock, forReporter }: Props & { t: Words }) {
  const words = t.dueWords(clock.due, clock.left, clock.today, forReporter ? 'you' : 'other')
  if (words.tone === 'none') return null
  return (
    <>
      <p class={`due ${words.tone}`}>
        <b>
          {words.sign} {words.main}
        </b>
        {words.detail && <>. {capital(words.detail)}</>}.
      </p>
      {clock.promise && <p>{promiseText(t, clock.promise)}</p>}
    </>
  )
}

function promiseText(t: Words, { day, state }: PromiseSight): string {
  return t.due.promise[state](t.longDate(day))
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
