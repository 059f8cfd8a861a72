import type { TemplateFault } from '../../domain/people/read-template.ts'
import type { FieldError } from '../../forms/field-error.ts'
import type { Words } from '../../words/words.ts'

export function templateErrors(t: Words, faults: TemplateFault[]): FieldError[] {
  return faults.map((one) => {
    if (one.field === 'jenis') return { field: one.field, text: t.templates.kindMissing }
    if (one.fault === 'fields')
      return { field: one.field, text: t.templates.unknownFields(one.names.join(', ')) }
    const long = one.fault === 'long'
    if (one.field === 'nama')
      return { field: 'nama', text: long ? t.templates.nameLong : t.templates.nameMissing }
    return { field: 'teks', text: long ? t.templates.textLong : t.templates.textMissing }
  })
}
