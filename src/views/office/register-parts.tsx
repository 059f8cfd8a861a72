import type { Child } from 'hono/jsx'
import { answerClock } from '../../domain/people/registers.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { FieldError } from '../../forms/field-error.ts'
import type { Words } from '../../words/words.ts'
import { Field } from '../components/fields.tsx'
import { errorFor } from '../components/parts.tsx'

export interface Typing {
  token: string
  now: Instant
  typed: Record<string, string>
  errors: FieldError[]
}

export function MomentPair({
  t,
  label,
  typed,
  errors,
}: (Typing & { label: string }) & { t: Words }) {
  return (
    <div class="pair">
      <Field
        t={t}
        name="tanggal"
        day
        label={`${label}: ${t.registers.date.toLowerCase()}`}
        required
        look="short"
        value={typed.tanggal}
        error={errorFor(errors, 'tanggal')}
      />
      <Field
        t={t}
        name="jam"
        label={`${label}: ${t.registers.time.toLowerCase()}`}
        hint={t.registers.timeHint}
        required
        look="short"
        inputmode="text"
        value={typed.jam}
        error={errorFor(errors, 'jam')}
      />
    </div>
  )
}

/** When it is due and where its 72 hours stand: a sign and words, not colour alone. */
export function AnswerDue(props: {
  t: Words
  due: Instant
  answered: Instant | null
  now: Instant
}) {
  const { t } = props
  const clock = answerClock(props.due, props.answered, props.now)
  const late = clock.kind === 'late' || (clock.kind === 'answered' && clock.late)
  return (
    <>
      <span class={late ? 'due late' : 'due'}>
        <b>
          {late && <span aria-hidden="true">! </span>}
          {t.registers.clock(clock)}
        </b>
      </span>
      <br />
      {t.moment(props.due)}
    </>
  )
}

/** A list with its heading, or the sentence that says that it is empty. */
export function RegisterTable(props: {
  title: string
  heads: string[]
  empty: string
  rows: Child[]
}) {
  return (
    <>
      <h2>{props.title}</h2>
      {props.rows.length === 0 ? (
        <p>{props.empty}</p>
      ) : (
        <div class="scroll">
          <table>
            <thead>
              <tr>
                {props.heads.map((head) => (
                  <th>{head}</th>
                ))}
              </tr>
            </thead>
            <tbody>{props.rows}</tbody>
          </table>
        </div>
      )}
    </>
  )
}
