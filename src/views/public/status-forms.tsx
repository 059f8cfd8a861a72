import { longDate, number } from '../../words/format.ts'
import { status } from '../../words/id/status.ts'
import { HiddenToken, TextArea } from '../components/fields.tsx'
import { Button, errorFor, type FieldError, Notice } from '../components/parts.tsx'
import type { StatusForm, StatusView } from './status-view.ts'
import { FilesField } from './upload-form.tsx'

/** What the forms need of the page. */
type FormView = Pick<StatusView, 'question' | 'closure' | 'forms' | 'rating' | 'reopenUntil'>

export interface FormProps {
  view: FormView
  errors: FieldError[]
  /** What was typed into a form that came back, by field id. */
  typed: Record<string, string>
}

function area(id: string, name: string, { errors, typed }: Omit<FormProps, 'view'>) {
  return {
    id,
    name,
    value: typed[id],
    error: errorFor(errors, id),
  }
}

function Post(props: { form: StatusForm; files?: boolean; children?: unknown }) {
  return (
    <form
      method="post"
      action={props.form.action}
      enctype={props.files ? 'multipart/form-data' : undefined}
    >
      <HiddenToken value={props.form.token} />
      {props.children as never}
    </form>
  )
}

/** The agency or verifier asked: question first, answer at once, in words, with files or both. */
export function QuestionBox({ view, ...rest }: FormProps) {
  if (!view.question) return null
  const { by, text, answerBy } = view.question
  const files = view.forms.attach !== null
  return (
    <Notice tone="wait" title={status.questionTitle}>
      <p class="m0">{status.asks(by)}</p>
      <p class="words">{text}</p>
      <p class="hint">{status.answerBy(longDate(answerBy))}</p>
      {view.forms.answer && (
        <Post form={view.forms.answer} files={files}>
          <TextArea
            {...area('jawaban', 'jawaban', rest)}
            label={status.answerLabel}
            hint={files ? status.answerOrFiles : undefined}
            required={!files}
            low
          />
          {files && <FilesField errors={rest.errors} />}
          <Button>{status.answer}</Button>
        </Post>
      )}
    </Notice>
  )
}

/** The agency says it is done; the reporter has the last word. */
export function ClosureBox({ view, ...rest }: FormProps) {
  if (!view.closure) return null
  const { agency, text, reason, silentUntil } = view.closure
  return (
    <Notice tone="wait" title={status.closureTitle}>
      <p class="m0">{status.closureBy(agency)}</p>
      <p class="words">{text}</p>
      <p class="words">
        <b>{status.closureReason}</b> {reason}
      </p>
      <p class="hint">{status.silence(longDate(silentUntil))}</p>
      {view.forms.confirm && (
        <Post form={view.forms.confirm}>
          <p>
            <Button>{status.confirm}</Button>
          </p>
        </Post>
      )}
      {view.forms.dispute && <Dispute form={view.forms.dispute} {...rest} />}
    </Notice>
  )
}

function Dispute({ form, ...rest }: { form: StatusForm } & Omit<FormProps, 'view'>) {
  return (
    <details open={rest.errors.some(({ field }) => field === 'alasan-belum')}>
      <summary>{status.dispute}</summary>
      <Post form={form}>
        <TextArea
          {...area('alasan-belum', 'alasan', rest)}
          label={status.disputeWhy}
          required
          low
        />
        <Button line>{status.disputeSend}</Button>
      </Post>
    </details>
  )
}

/** One question on closing; not the survey. */
export function RatingBox({ view }: { view: StatusView }) {
  if (view.rating !== null) return <p>{status.rated(number(view.rating, 0))}</p>
  if (!view.forms.rate) return null
  return (
    <div class="card">
      <Post form={view.forms.rate}>
        <h2>{status.rateTitle}</h2>
        <p class="hint">{status.rateHint}</p>
        <p class="score">
          {['1', '2', '3', '4', '5'].map((score) => (
            <button class="btn line" type="submit" name="nilai" value={score}>
              {score}
            </button>
          ))}
        </p>
      </Post>
    </div>
  )
}

/** Withdraw, reopen, split: behind a disclosure each, because each is rare and grave. */
export function OtherSteps({ view, ...rest }: FormProps) {
  const { withdraw, reopen, split } = view.forms
  const isOpen = (id: string) => rest.errors.some(({ field }) => field === id)
  if (!withdraw && !reopen && !split) return null
  return (
    <>
      <h2>{status.more}</h2>
      {reopen && (
        <details open={isOpen('alasan-buka')}>
          <summary>{status.reopen}</summary>
          <Post form={reopen}>
            <TextArea
              {...area('alasan-buka', 'alasan', rest)}
              label={status.reopenWhy}
              hint={view.reopenUntil ? status.reopenUntil(longDate(view.reopenUntil)) : undefined}
              required
              low
            />
            <Button line>{status.reopen}</Button>
          </Post>
        </details>
      )}
      {split && (
        <details>
          <summary>{status.split}</summary>
          <Post form={split}>
            <p>{status.splitHint}</p>
            <Button line>{status.split}</Button>
          </Post>
        </details>
      )}
      {withdraw && (
        <details open={isOpen('alasan-cabut')}>
          <summary>{status.withdraw}</summary>
          <Post form={withdraw}>
            <TextArea
              {...area('alasan-cabut', 'alasan', rest)}
              label={status.withdrawWhy}
              hint={withdraw.goesOn ? status.withdrawGoesOn : status.withdrawHint}
              low
            />
            <Button line>{status.withdraw}</Button>
          </Post>
        </details>
      )}
    </>
  )
}
