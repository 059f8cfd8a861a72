import type { FieldError } from '../../forms/field-error.ts'
import { build } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { Attachments, type AttachmentView } from '../components/attachments.tsx'
import { speakerName } from '../components/citizen-dialogue.ts'
import { HiddenToken, TextArea } from '../components/fields.tsx'
import { Button, errorFor, Notice } from '../components/parts.tsx'
import type { StatusForm, StatusView } from './status-view.ts'
import { FilesField, UploadForm } from './upload-form.tsx'

type FormView = Pick<StatusView, 'question' | 'closure' | 'forms' | 'rating' | 'reopenUntil'> & {
  objectUntil?: StatusView['objectUntil']
  /** What the closing is proved with; a letter's link shows none. */
  proof?: AttachmentView[]
}

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

export function QuestionBox({ t, view, ...rest }: FormProps & { t: Words }) {
  if (!view.question) return null
  const { by, text, answerBy } = view.question
  const files = view.forms.attach !== null
  return (
    <Notice tone="wait" title={t.status.questionTitle}>
      <p class="m0">{t.status.asks(speakerName(t, by))}</p>
      <p class="words">{text}</p>
      <p class="hint">{t.status.answerBy(t.longDate(answerBy))}</p>
      {view.forms.answer && (
        <Post form={view.forms.answer} files={files}>
          <TextArea
            t={t}
            {...area('jawaban', 'jawaban', rest)}
            label={t.status.answerLabel}
            hint={files ? t.status.answerOrFiles : undefined}
            required={!files}
            low
          />
          {files && <FilesField t={t} errors={rest.errors} />}
          <Button>{t.status.answer}</Button>
        </Post>
      )}
    </Notice>
  )
}

/** The agency says it is done; the reporter has the last word. */
export function ClosureBox({ t, view, ...rest }: FormProps & { t: Words }) {
  if (!view.closure) return null
  const { by, text, reason, silentUntil } = view.closure
  return (
    <Notice tone="wait" title={t.status.closureTitle}>
      <p class="m0">{t.status.closureBy(speakerName(t, by))}</p>
      <p class="words">{text}</p>
      <p class="words">
        {reason && <b>{t.status.closureReason}</b>} {reason}
      </p>
      <p class="hint">{t.status.silence(t.longDate(silentUntil))}</p>
      {view.proof && view.proof.length > 0 && <Attachments t={t} files={view.proof} />}
      {view.forms.confirm && (
        <Post form={view.forms.confirm}>
          <Button line wide>
            {t.status.confirm}
          </Button>
        </Post>
      )}
      {view.forms.dispute && (
        <Dispute t={t} form={view.forms.dispute} files={view.forms.attach !== null} {...rest} />
      )}
    </Notice>
  )
}

/** Words, files, or both, whatever state it is in; of a joined report its root hears them. */
export function AddBox({ t, view, ...rest }: FormProps & { t: Words }) {
  const { addWords, attach } = view.forms
  if (!addWords) return attach && <UploadForm t={t} {...attach} errors={rest.errors} />
  return (
    <Post form={addWords} files>
      <TextArea t={t} {...area('keterangan', 'keterangan', rest)} label={t.status.addWords} low />
      <FilesField t={t} errors={rest.errors} />
      <Button line>{t.status.add}</Button>
    </Post>
  )
}

/** As large as the button beside it: neither answer is the one that is wished for. */
function Dispute({
  t,
  form,
  files,
  ...rest
}: ({ form: StatusForm; files: boolean } & Omit<FormProps, 'view'>) & { t: Words }) {
  const isAtFault = rest.errors.some(({ field }) => field === 'alasan-belum' || field === 'berkas')
  return (
    <details open={isAtFault}>
      <summary class="btn line wide">{t.status.dispute}</summary>
      <Post form={form} files={files}>
        <TextArea
          t={t}
          {...area('alasan-belum', 'alasan', rest)}
          label={t.status.disputeWhy}
          required
          low
        />
        {files && <FilesField t={t} errors={rest.errors} optional />}
        <Button line>{t.status.disputeSend}</Button>
      </Post>
    </details>
  )
}

/** One question on closing; not the survey, which is another page. */
export function RatingBox({ t, view }: { t: Words; view: StatusView }) {
  const survey = view.agency && (
    <p>
      <a href={build('survey', { slug: view.agency.slug })}>{t.status.survey}</a>
    </p>
  )
  if (view.rating !== null)
    return (
      <>
        <p>{t.status.rated(t.number(view.rating, 0))}</p>
        {survey}
      </>
    )
  if (!view.forms.rate) return null
  return (
    <div class="card">
      <Post form={view.forms.rate}>
        <h2>{t.status.rateTitle}</h2>
        <p class="hint">{t.status.rateHint}</p>
        <p class="score">
          {['1', '2', '3', '4', '5'].map((score) => (
            <button class="btn line" type="submit" name="nilai" value={score}>
              {score}
            </button>
          ))}
        </p>
      </Post>
      {survey}
    </div>
  )
}

/** Withdraw, reopen, object, split: behind a disclosure each, because each is rare and grave. */
export function OtherSteps({ t, view, ...rest }: FormProps & { t: Words }) {
  const { withdraw, reopen, object, split } = view.forms
  const isOpen = (id: string) => rest.errors.some(({ field }) => field === id)
  if (!withdraw && !reopen && !object && !split) return null
  return (
    <>
      <h2>{t.status.more}</h2>
      {reopen && (
        <details open={isOpen('alasan-buka')}>
          <summary>{t.status.reopen}</summary>
          <Post form={reopen}>
            <TextArea
              t={t}
              {...area('alasan-buka', 'alasan', rest)}
              label={t.status.reopenWhy}
              hint={
                view.reopenUntil ? t.status.reopenUntil(t.longDate(view.reopenUntil)) : undefined
              }
              required
              low
            />
            <Button line>{t.status.reopen}</Button>
          </Post>
        </details>
      )}
      {object && (
        <details open={isOpen('alasan-keberatan')}>
          <summary>{t.status.object}</summary>
          <Post form={object}>
            <TextArea
              t={t}
              {...area('alasan-keberatan', 'alasan', rest)}
              label={t.status.objectWhy}
              hint={
                view.objectUntil ? t.status.objectHint(t.longDate(view.objectUntil)) : undefined
              }
              required
              low
            />
            <Button line>{t.status.object}</Button>
          </Post>
        </details>
      )}
      {split && (
        <details open={isOpen('alasan-pisah')}>
          <summary>{t.status.split}</summary>
          <Post form={split}>
            <TextArea
              t={t}
              {...area('alasan-pisah', 'alasan', rest)}
              label={t.status.splitWhy}
              hint={t.status.splitHint}
              required
              low
            />
            <Button line>{t.status.split}</Button>
          </Post>
        </details>
      )}
      {withdraw && (
        <details open={isOpen('alasan-cabut')}>
          <summary>{t.status.withdraw}</summary>
          <Post form={withdraw}>
            <TextArea
              t={t}
              {...area('alasan-cabut', 'alasan', rest)}
              label={t.status.withdrawWhy}
              hint={withdraw.goesOn ? t.status.withdrawGoesOn : t.status.withdrawHint}
              optional
              low
            />
            <Button line>{t.status.withdraw}</Button>
          </Post>
        </details>
      )}
    </>
  )
}
