import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Back as FormBack } from '../../forms/answers.ts'
import { patterns } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { Field, HiddenToken, Pick, Select, TextArea } from '../components/fields.tsx'
import { Button, errorFor } from '../components/parts.tsx'
import type { FieldSpec, FormSpec } from './form-spec.ts'

const ACCEPT = 'image/jpeg,image/png,image/webp,application/pdf'

/** What every form of a case carries: session token, the version read, the list it came from. */
export interface Carried {
  token: string
  version: number
  from: string
  /** Where the page of that list begins; '' for its first. */
  after: string
  /** The only state that it shows, or ''. */
  state: string
}

export interface Back extends FormBack<Record<string, string[]>> {
  form: string
  /** Words that are asked about: sent along, they go as they are. */
  sure?: string
}

interface FieldProps {
  form: string
  spec: FieldSpec
  back: Back | null
}

interface Faulty extends FieldProps {
  error?: string
}

function Message({ id, error }: { id: string; error?: string }) {
  return error ? (
    <span class="msg" id={`${id}-e`}>
      {error}
    </span>
  ) : null
}

function faultOf(id: string, error?: string) {
  return error ? { 'aria-describedby': `${id}-e`, 'aria-invalid': 'true' as const } : {}
}

function Choices({ form, spec, back, error }: Faulty) {
  const chosen = back ? (back.typed[spec.name] ?? []) : (spec.values ?? [])
  const id = `${form}-${spec.name}`
  if (!spec.options)
    return (
      <div class="tick">
        <Message id={id} error={error} />
        <Pick
          type="checkbox"
          id={id}
          name={spec.name}
          value="1"
          label={spec.label}
          hint={spec.hint}
          checked={chosen.includes('1')}
        />
      </div>
    )
  return (
    <fieldset id={id} tabindex={-1} {...faultOf(id, error)}>
      <legend>{spec.label}</legend>
      {spec.hint && <span class="hint">{spec.hint}</span>}
      <Message id={id} error={error} />
      {spec.options.map((option) => (
        <Pick
          type={spec.kind === 'radio' ? 'radio' : 'checkbox'}
          name={spec.name}
          value={String(option.value)}
          label={option.label}
          checked={chosen.includes(String(option.value))}
        />
      ))}
    </fieldset>
  )
}

function Multi({ form, spec, back, error }: Faulty) {
  const id = `${form}-${spec.name}`
  const chosen = back ? (back.typed[spec.name] ?? []) : (spec.values ?? [])
  return (
    <div class={error ? 'field bad' : 'field'}>
      <label for={id}>{spec.label}</label> {spec.hint && <span class="hint">{spec.hint}</span>}
      <Message id={id} error={error} />
      <select class="in many" id={id} name={spec.name} multiple size={4} {...faultOf(id, error)}>
        {spec.options?.map((option) => (
          <option value={String(option.value)} selected={chosen.includes(String(option.value))}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}

function Files({ form, spec, error }: Faulty) {
  const id = `${form}-${spec.name}`
  return (
    <div class={error ? 'field bad' : 'field'}>
      <label for={id}>{spec.label}</label>{' '}
      <span class="hint" id={`${id}-h`}>
        {spec.hint}
      </span>
      <Message id={id} error={error} />
      <input
        class="in"
        type="file"
        id={id}
        name={spec.name}
        multiple
        accept={ACCEPT}
        aria-describedby={`${id}-h`}
      />
    </div>
  )
}

function One(props: FieldProps & { t: Words }) {
  const { t } = props
  const { form, spec, back } = props
  const id = `${form}-${spec.name}`
  const common = {
    id,
    name: spec.name,
    label: spec.label,
    hint: spec.hint,
    optional: spec.optional,
    value: back ? (back.typed[spec.name]?.at(-1) ?? '') : spec.value,
    error: back ? errorFor(back.errors, id) : undefined,
  }
  switch (spec.kind) {
    case 'area':
      return <TextArea t={t} {...common} />
    case 'low':
      return <TextArea t={t} {...common} low />
    case 'select':
      return <Select t={t} {...common} blank={spec.blank} options={spec.options} />
    case 'multi':
      return <Multi {...props} error={common.error} />
    case 'radio':
    case 'check':
      return <Choices {...props} error={common.error} />
    case 'files':
      return <Files {...props} error={common.error} />
    case 'fixed':
      return <HiddenToken name={spec.name} value={spec.value ?? ''} />
    default:
      return <Field t={t} {...common} look={spec.kind === 'code' ? 'code' : undefined} />
  }
}

export function Hidden({ carried }: { carried: Carried }) {
  return (
    <>
      <HiddenToken name="sesi" value={carried.token} />
      <HiddenToken name="versi" value={String(carried.version)} />
      {carried.from && <HiddenToken name="dari" value={carried.from} />}
      {carried.state && <HiddenToken name="status" value={carried.state} />}
      {carried.after && <HiddenToken name="setelah" value={carried.after} />}
    </>
  )
}

/** The same in every form of a page: drawn once. */
export function hiddenOf(carried: Carried): Child {
  return raw(String(<Hidden carried={carried} />))
}

function Fields({
  t,
  spec,
  hidden,
  back,
}: {
  t: Words
  spec: FormSpec
  hidden: Child
  back: Back | null
}) {
  return (
    <form
      id={formId(spec)}
      method="post"
      action={spec.action}
      enctype={spec.multipart ? 'multipart/form-data' : undefined}
      data-draft={back ? 'back' : ''}
    >
      {hidden}
      {spec.note && <p class="hint">{spec.note}</p>}
      {spec.fields.map((field) => (
        <One t={t} form={spec.id} spec={field} back={back} />
      ))}
      <Button>{spec.send}</Button>
      {back?.sure && (
        <Button line name="yakin" value={back.sure}>
          {t.deskForms.doubts.send}
        </Button>
      )}
    </form>
  )
}

function formId({ id }: FormSpec): string {
  return `isian-${id}`
}

/** One command: a line that opens to its form; open when it comes next or came back. */
export function CaseForm(props: { t: Words; spec: FormSpec; hidden: Child; back: Back | null }) {
  const { t } = props
  const { spec, back } = props
  const mine = back?.form === spec.id ? back : null
  return (
    <details open={spec.first || mine !== null} id={`langkah-${spec.id}`}>
      <summary data-key={spec.hotkey}>
        {spec.title}
        {spec.hotkey && (
          <>
            {' '}
            <kbd>{spec.hotkey}</kbd>
          </>
        )}
      </summary>
      <Fields t={t} spec={spec} hidden={props.hidden} back={mine} />
      {spec.templates && spec.templates.length > 0 && (
        <Templates t={t} spec={spec} of={spec.templates} />
      )}
    </details>
  )
}

interface TemplatesProps {
  t: Words
  spec: FormSpec
  of: NonNullable<FormSpec['templates']>
}

/** Each with a button of the form above: it comes back with the text in it, and nothing is sent. */
function Templates({ t, spec, of }: TemplatesProps) {
  return (
    <details class="templates">
      <summary>{t.deskForms.reply.template}</summary>
      {of.map((template) => (
        <>
          <h4>{template.name}</h4>
          <p class="words">{template.text}</p>
          <button
            type="submit"
            class="btn line"
            form={formId(spec)}
            formaction={`${spec.action}#langkah-${spec.id}`}
            name="pakai"
            value={String(template.id)}
          >
            {t.deskForms.useTemplate}
          </button>
        </>
      ))}
      <p>
        <a href={patterns.templates}>{t.templates.keep}</a>
      </p>
    </details>
  )
}
