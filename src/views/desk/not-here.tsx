import type { Words } from '../../words/words.ts'
import { KeptWords } from '../components/kept-words.tsx'
import { ButtonLink } from '../components/parts.tsx'
import { DeskSolo, type Frame } from '../layouts/desk.tsx'

interface Props {
  frame: Omit<Frame, 'title'>
  code: 403 | 404
  /** Where the work goes on. */
  queue: string
  /** Words of a form that had nowhere to go. */
  words: string[]
}

/** What a person on the staff may not see, or what is not there: the two answer alike. */
export function NotHere({ t, frame, code, queue, words }: Props & { t: Words }) {
  const { why, todo } = t.desk.notHere[code]
  const { title } = t.errors[code]
  return (
    <DeskSolo t={t} title={title} {...frame}>
      <h1>{title}</h1>
      <p class="lead">{why}</p>
      <p>{todo}</p>
      <KeptWords t={t} words={words} />
      <p>
        <ButtonLink href={queue}>{t.desk.toQueue}</ButtonLink>
      </p>
    </DeskSolo>
  )
}
