import type { Child } from 'hono/jsx'
import { isIsoDate } from '../../domain/time/time.ts'
import type { Words } from '../../words/words.ts'

interface Common {
  /** Also the id, so that the error summary can link to it. */
  name: string
  /** When one page holds the same name twice. */
  id?: string
  label: string
  hint?: string
  error?: string
  value?: string
  optional?: boolean
  required?: boolean
  /** Compared letter by letter. */
  exact?: boolean
}

function described(id: string, { hint, error }: Pick<Common, 'hint' | 'error'>) {
  return [error && `${id}-e`, hint && `${id}-h`].filter(Boolean).join(' ') || undefined
}

function Shell(props: (Common & { children: Child }) & { t: Words }) {
  const { t } = props
  const id = props.id ?? props.name
  return (
    <div class={props.error ? 'field bad' : 'field'}>
      <label for={id}>
        {props.label}
        {props.optional && <span class="opt"> ({t.form.optional})</span>}
      </label>{' '}
      {props.hint && (
        <span class="hint" id={`${id}-h`}>
          {props.hint}
        </span>
      )}{' '}
      {props.error && (
        <span class="msg" id={`${id}-e`}>
          {props.error}
        </span>
      )}
      {props.children}
    </div>
  )
}

function attributes(props: Common) {
  return {
    id: props.id ?? props.name,
    name: props.name,
    required: props.required,
    'aria-describedby': described(props.id ?? props.name, props),
    'aria-invalid': props.error ? ('true' as const) : undefined,
  }
}

export interface FieldProps extends Common {
  type?: 'text' | 'tel' | 'email' | 'date' | 'password' | 'search'
  /** A date; what is none stays as it was typed, which a date field would drop. */
  day?: boolean
  autocomplete?: string
  inputmode?: 'text' | 'numeric' | 'tel' | 'email'
  max?: string
  /** 'short': a date, a number; 'code': a reference or key. */
  look?: 'short' | 'code'
}

/** Nothing that a keyboard learns, sends away or changes: a number or a key is typed as it is. */
const EXACT = { autocapitalize: 'off', autocorrect: 'off', spellcheck: false } as const

export function Field(props: FieldProps & { t: Words }) {
  const { day, value } = props
  const ofDay = day && (!value || isIsoDate(value) ? 'date' : 'text')
  return (
    <Shell {...props}>
      <input
        class={props.look ? `in ${props.look}` : 'in'}
        type={ofDay || (props.type ?? 'text')}
        value={value || undefined}
        autocomplete={props.autocomplete}
        inputmode={props.inputmode}
        max={props.max}
        {...(props.look === 'code' || props.exact ? EXACT : {})}
        {...attributes(props)}
      />
    </Shell>
  )
}

interface AreaProps extends Common {
  minlength?: number
  low?: boolean
}

export function TextArea(props: AreaProps & { t: Words }) {
  return (
    <Shell {...props}>
      <textarea
        class={props.low ? 'in low' : 'in'}
        minlength={props.minlength}
        {...(props.exact ? EXACT : {})}
        {...attributes(props)}
      >
        {props.value ?? ''}
      </textarea>
    </Shell>
  )
}

export interface Option {
  value: string | number
  label: string
}

export interface OptionGroup {
  label: string
  options: Option[]
}

function Options({ options, value }: { options: Option[]; value: string | undefined }) {
  return (
    <>
      {options.map((option) => (
        <option value={String(option.value)} selected={String(option.value) === value}>
          {option.label}
        </option>
      ))}
    </>
  )
}

/** A list to choose from; `blank` is the first line, posted empty. */
export function Select(
  props: (Common & { blank?: string; options?: Option[]; groups?: OptionGroup[] }) & { t: Words },
) {
  return (
    <Shell {...props}>
      <select class="in" {...attributes(props)}>
        {props.blank && <option value="">{props.blank}</option>}
        {props.options && <Options options={props.options} value={props.value} />}
        {props.groups?.map((group) => (
          <optgroup label={group.label}>
            <Options options={group.options} value={props.value} />
          </optgroup>
        ))}
      </select>
    </Shell>
  )
}

/** A radio button or checkbox with its explanation, as one large target. */
export function Pick(props: {
  type: 'radio' | 'checkbox'
  name: string
  value: string
  label: string
  hint?: string
  checked?: boolean
  required?: boolean
  id?: string
  error?: string
}) {
  const { id, error } = props
  return (
    <label class="pick">
      <input
        type={props.type}
        id={props.id}
        name={props.name}
        value={props.value}
        checked={props.checked}
        required={props.required}
        aria-invalid={error && 'true'}
        aria-describedby={error && `${id}-e`}
      />
      <span>
        <b>{props.label}</b>{' '}
        {error && (
          <span class="msg" id={`${id}-e`}>
            {error}
          </span>
        )}{' '}
        {props.hint && <span>{props.hint}</span>}
      </span>
    </label>
  )
}

/** The token that makes a form count once; derived or minted by the route. */
export function HiddenToken({ value, name = 'kiriman' }: { value: string; name?: string }) {
  return <input type="hidden" name={name} value={value} />
}
