import { type NamedRequest, REQUEST_OUTCOMES } from '../../domain/people/registers.ts'
import { build, patterns } from '../../paths.ts'
import { moment } from '../../words/format.ts'
import { registers } from '../../words/id/registers.ts'
import { HiddenToken, Pick, Select, TextArea } from '../components/fields.tsx'
import { Button, ErrorSummary, errorFor, KeyValues } from '../components/parts.tsx'
import { Done } from '../desk/notices.tsx'
import { AnswerDue, MomentPair, type Typing } from './register-parts.tsx'

const say = registers.requests

export type Erasure = { allowed: true } | { allowed: false; why: string }

interface Props extends Typing {
  request: NamedRequest
  /** Whether it may be done here; null where nobody asked for it, or it is answered. */
  erasure: Erasure | null
  /** What was just done. */
  said: string | null
}

/** One request about personal data, with its clock, and the forms that answer it. */
export function DataRequestPage(props: Props) {
  return (
    <>
      <p>
        <a href={patterns.dataRequests}>‹ {registers.back}</a>
      </p>
      <h1>
        {say.kinds[props.request.kind]}: {props.request.reference}
      </h1>
      <Done said={props.said} undo={null} />
      <ErrorSummary errors={props.errors} />
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

function Facts({ request, now }: Props) {
  return (
    <>
      <KeyValues
        rows={[
          [
            registers.due,
            <AnswerDue due={request.dueAt} answered={request.answeredAt} now={now} />,
          ],
          [say.received, moment(request.requestedAt)],
          [say.channel, say.channels[request.channel]],
          [say.checked, request.checked ?? say.ownWay],
          [registers.recordedBy, request.recorder ?? say.byReporter],
          request.answeredAt !== null && [say.answeredAt, moment(request.answeredAt)],
          request.answeredAt !== null && [say.answeredBy, request.answerer ?? say.byReporter],
          [say.outcome, request.outcome && say.outcomes[request.outcome]],
          [say.answerText, request.answer],
        ]}
      />
      <p>
        <a href={build('caseFile', { nomor: request.reference })}>{say.openCase}</a>{' '}
        {request.kind !== 'erase' && <span class="hint">{say.seeHint}</span>}
      </p>
    </>
  )
}

function Erase(props: Props & { erasure: Erasure }) {
  const { request, token, typed, errors, erasure } = props
  if (!erasure.allowed)
    return (
      <>
        <h2>{say.eraseTitle}</h2>
        <p>{erasure.why}</p>
      </>
    )
  return (
    <>
      <h2>{say.eraseTitle}</h2>
      <form method="post" action={build('caseErase', { nomor: request.reference })} class="wide">
        <HiddenToken name="sesi" value={token} />
        <HiddenToken name="permintaan" value={String(request.id)} />
        <p class="hint">{say.eraseLead}</p>
        <TextArea
          name="alasan"
          label={say.eraseReason}
          hint={say.eraseReasonHint}
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
          label={say.eraseSure}
          hint={say.eraseForever}
          required
        />
        <Button line>{say.erase}</Button>
      </form>
    </>
  )
}

function Answer(props: Props) {
  const { request, token, typed, errors } = props
  return (
    <>
      <h2>{say.answerTitle}</h2>
      <form method="post" action={build('dataRequest', { id: request.id })} class="wide">
        <HiddenToken name="sesi" value={token} />
        <p class="hint">{say.answerLead}</p>
        <Select
          name="hasil"
          label={say.outcome}
          required
          blank={registers.choose}
          options={REQUEST_OUTCOMES.map((value) => ({ value, label: say.outcomes[value] }))}
          value={typed.hasil}
          error={errorFor(errors, 'hasil')}
        />
        <TextArea
          name="jawaban"
          label={say.answerText}
          hint={say.answerHint}
          required
          low
          value={typed.jawaban}
          error={errorFor(errors, 'jawaban')}
        />
        <MomentPair {...props} label={say.answeredAt} />
        <Button>{say.answer}</Button>
      </form>
    </>
  )
}
