import type { Option } from '../components/fields.tsx'

export interface FieldSpec {
  kind:
    | 'area'
    | 'low'
    | 'line'
    | 'code'
    | 'select'
    | 'multi'
    | 'radio'
    | 'check'
    | 'files'
    | 'fixed'
  /** Posted under this name; its id is 'form-name'. */
  name: string
  label: string
  hint?: string
  value?: string
  values?: string[]
  blank?: string
  options?: Option[]
  optional?: boolean
}

export interface FormSpec {
  id: string
  title: string
  action: string
  hotkey?: string
  fields: FieldSpec[]
  note?: string
  /** Texts to start from, shown under the form's fields. */
  templates?: { id: number; name: string; text: string }[]
  send: string
  /** Open at once: the step that comes next. */
  first?: boolean
  multipart?: boolean
}
