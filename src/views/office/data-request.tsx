import { type NamedRequest, REQUEST_OUTCOMES } from '../../domain/people/registers.ts'
import { build, patterns } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { HiddenToken, Pick, Select, TextArea } from '../components/fields.tsx'
import { Button, ErrorSummary, errorFor, KeyValues } from '../components/parts.tsx'
import { Done } from '../desk/notices.tsx'
import { AnswerDue, MomentPair, type Typing } from './register-parts.tsx'

export type Erasure = { allowed: true } | { allowed: false; why: string }

interface Props extends Typing {
  request: NamedRequest
  /** Whether it may be done here; null where nobody asked for it, or it is answered. */
  erasure: Erasure | null
  said: string | null
}

export function DataRequestPage(props: Props & { t: Words }) {
  const { t } = props
  return (
    <>
      <p>
        <a href={patterns.dataRequests}>‹ {t.registers.back}</a>
      </p>
      <h1>
        {t.registers.requests.kinds[props.request.kind]}: {props.request.reference}
      </h1>
      <Done t={t} said={props.said} undo={null} />
      <ErrorSummary t={t} errors={props.errors} />
      <Facts {...props} />
      {props.request.answeredAt === null && (
        <>
          {props.erasure && <Erase {...props} erasure={props.erasure} />}
          <Answer {...props} />
        </>
      )}
    </>
  )
}

function Facts({ t, request, now }: Props & { t: Words }) {
  return (
    <>
      <KeyValues
        rows={[
          [
            t.registers.due,
            <AnswerDue t={t} due={request.dueAt} answered={request.answeredAt} now={now} />,
          ],
          [t.registers.requests.received, t.moment(request.requestedAt)],
          [t.registers.requests.channel, t.registers.requests.channels[request.channel]],
          [t.registers.requests.checked, request.checked ?? t.registers.requests.ownWay],
          [t.registers.recordedBy, request.recorder ?? t.registers.requests.byReporter],
          request.answeredAt !== null && [
            t.registers.requests.answeredAt,
            t.moment(request.answeredAt),
          ],
          request.answeredAt !== null && [
            t.registers.requests.answeredBy,
            request.answerer ?? t.registers.requests.byReporter,
          ],
          [
            t.registers.requests.outcome,
            request.outcome && t.registers.requests.outcomes[request.outcome],
          ],
          [t.registers.requests.answerText, request.answer],
        ]}
      />
      <p>
        <a href={build('caseFile', { nomor: request.reference })}>
          {t.registers.requests.openCase}
        </a>{' '}
        {request.kind !== 'erase' && <span class="hint">{t.registers.requests.seeHint}</span>}
      </p>
    </>
  )
}

function Erase(props: (Props & { erasure: Erasure }) & { t: Words }) {
  const { t } = props
  const { request, token, typed, errors, erasure } = props
  if (!erasure.allowed)
    return (
      <>
        <h2>{t.registers.requests.eraseTitle}</h2>
        <p>{erasure.why}</p>
      </>
    )
  return (
    <>
      <h2>{t.registers.requests.eraseTitle}</h2>
      <form method="post" action={build('caseErase', { nomor: request.reference })} class="wide">
        <HiddenToken name="sesi" value={token} />
        <HiddenToken name="permintaan" value={String(request.id)} />
        <p class="hint">{t.registers.requests.eraseLead}</p>
        <TextArea
          t={t}
          name="alasan"
          label={t.registers.requests.eraseReason}
          hint={t.registers.requests.eraseReasonHint}
          required
          low
          value={typed.alasan}
          error={errorFor(errors, 'alasan')}
        />
        <Pick
          type="checkbox"
          id="yakin"
          name="yakin"
          value="ya"
          label={t.registers.requests.eraseSure}
          hint={t.registers.requests.eraseForever}
          checked={typed.yakin === 'ya'}
          error={errorFor(errors, 'yakin')}
          required
        />
        <Button line>{t.registers.requests.erase}</Button>
      </form>
    </>
  )
}

function Answer(props: Props & { t: Words }) {
  const { t } = props
  const { request, token, typed, errors } = props
  return (
    <>
      <h2>{t.registers.requests.answerTitle}</h2>
      <form method="post" action={build('dataRequest', { id: request.id })} class="wide">
        <HiddenToken name="sesi" value={token} />
        <p class="hint">{t.registers.requests.answerLead}</p>
        <Select
          t={t}
          name="hasil"
          label={t.registers.requests.outcome}
          required
          blank={t.registers.choose}
          options={REQUEST_OUTCOMES.map((value) => ({
            value,
            label: t.registers.requests.outcomes[value],
          }))}
          value={typed.hasil}
          error={errorFor(errors, 'hasil')}
        />
        <TextArea
          t={t}
          name="jawaban"
          label={t.registers.requests.answerText}
          hint={t.registers.requests.answerHint}
          required
          low
          value={typed.jawaban}
          error={errorFor(errors, 'jawaban')}
        />
        <MomentPair {...props} label={t.registers.requests.answeredAt} />
        <Button>{t.registers.requests.answer}</Button>
      </form>
    </>
  )
}
