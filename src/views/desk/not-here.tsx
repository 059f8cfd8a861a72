import type { Words } from '../../words/words.ts'
import { ButtonLink } from '../components/parts.tsx'
import { type Refused, SendAgain } from '../errors/send-again.tsx'
import { DeskSolo, type Frame } from '../layouts/desk.tsx'

interface Props {
  frame: Omit<Frame, 'title'>
  code: 403 | 404
  /** Where the work goes on. */
  queue: string
  /** A form that had nowhere to go. */
  unsent: Pick<Refused, 'kept' | 'again'> | null
}

/** What a person on the staff may not see, or what is not there: the two answer alike. */
export function NotHere({ t, frame, code, queue, unsent }: Props & { t: Words }) {
  const { why, todo } = t.desk.notHere[code]
  const { title } = t.errors[code]
  return (
    <DeskSolo t={t} title={title} {...frame}>
      <h1>{title}</h1>
      <p class="lead">{why}</p>
      <p>{todo}</p>
      {unsent && <SendAgain t={t} code={code} {...unsent} />}
      <p>
        <ButtonLink href={queue}>{t.desk.toQueue}</ButtonLink>
      </p>
    </DeskSolo>
  )
}
