import type { Values } from './draft-store.ts'

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** What a person fills in; a file cannot be put back. */
function fieldsOf(form: HTMLFormElement): Field[] {
  const fields = form.querySelectorAll<Field>('input, textarea, select')
  return [...fields].filter(
    (field) => field.name && field.type !== 'hidden' && field.type !== 'file',
  )
}

export function valuesOf(form: HTMLFormElement): Values {
  const values: Values = {}
  for (const field of fieldsOf(form)) {
    const own = values[field.name] ?? []
    values[field.name] = [...own, ...chosenIn(field)]
  }
  return values
}

export function fill(form: HTMLFormElement, values: Values): void {
  for (const field of fieldsOf(form)) {
    const kept = values[field.name]
    if (kept === undefined) continue
    if (field instanceof HTMLSelectElement)
      for (const option of field.options) option.selected = kept.includes(option.value)
    else if (isTick(field)) field.checked = kept.includes(field.value)
    else field.value = kept[0] ?? ''
  }
}

/** Whether anything differs from what the server gave. */
export function isTouched(form: HTMLFormElement): boolean {
  return fieldsOf(form).some((field) => {
    if (field instanceof HTMLSelectElement) return isOtherChosen(field)
    return isTick(field)
      ? field.checked !== field.defaultChecked
      : field.value !== field.defaultValue
  })
}

function isOtherChosen(field: HTMLSelectElement): boolean {
  const options = [...field.options]
  const given = options.filter((option) => option.defaultSelected)
  const first = !field.multiple && given.length === 0 ? options.slice(0, 1) : given
  return options.some((option) => option.selected !== first.includes(option))
}

function chosenIn(field: Field): string[] {
  if (field instanceof HTMLSelectElement)
    return [...field.selectedOptions].map((option) => option.value)
  if (isTick(field)) return field.checked ? [field.value] : []
  return [field.value]
}

function isTick(field: Field): field is HTMLInputElement {
  return field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type)
}
