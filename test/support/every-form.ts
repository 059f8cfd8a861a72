import { type PathName, paths, rowAt } from '../../src/paths.ts'
import { pictures } from '../fixtures/pictures.ts'
import { formWorld, type Visit } from './form-world.ts'
import { formsIn, type ShownField, type ShownForm } from './html-forms.ts'
import { ORIGIN, request } from './request.ts'

/** A form of the product as it stands on a page, and who looks at it. */
export interface Stood extends ShownForm {
  of: PathName
  cookie: string
  /** Where it stands. */
  at: string
}

const nameAt = (action: string): PathName | undefined => {
  const row = rowAt(action)
  return (Object.keys(paths) as PathName[]).find((name) => paths[name] === row)
}

const formsOn = async ({ path, cookie, of }: Visit): Promise<Stood[]> => {
  const answer = await request(path, { headers: { Cookie: cookie } })
  if (!answer.headers.get('Content-Type')?.startsWith('text/html')) return []
  return formsIn(await answer.text()).flatMap((form) => {
    const name = nameAt(form.action)
    return name && (!of || of === name) ? [{ ...form, of: name, cookie, at: path }] : []
  })
}

/** By its fields, and by the step that a field of it names; not by version or token. */
const kindOf = ({ fields }: ShownForm): string =>
  fields
    .map(({ name, kind, values: [value = ''] }) =>
      kind === 'hidden' && /^[a-z_]+$/.test(value) ? `${name} ${value}` : `${name} ${kind}`,
    )
    .join()

export const stillStands = async (form: Stood): Promise<boolean> => {
  const there = await formsOn({ path: form.at, cookie: form.cookie, of: form.of })
  return there.some((one) => one.action === form.action && kindOf(one) === kindOf(form))
}

/** One of each kind: the same fields on another page are the same form. */
export const everyForm = async (): Promise<
  { forms: Stood[] } & Awaited<ReturnType<typeof formWorld>>
> => {
  const world = await formWorld()
  const forms = new Map<string, Stood>()
  for (const visit of world.visits)
    for (const form of await formsOn(visit)) {
      const kind = `${form.of} ${kindOf(form)}`
      if (!forms.has(kind)) forms.set(kind, form)
    }
  return { ...world, forms: [...forms.values()] }
}

export type Filled = [field: ShownField, value: string][]

const LINE = 'Kata & "kutip" <b>di</b>'

function valuesFor({ name, kind, type, options, values }: ShownField): string[] {
  if (kind === 'hidden') return values
  if (kind === 'files') return []
  if (kind === 'secret') return [`rahasia-${name}-7K4Q`]
  if (kind === 'button') return options.slice(0, 1)
  if (kind === 'choice') return options.slice(-1)
  if (kind === 'ticks') return options.slice(0, 2)
  if (type === 'email') return [`orang.${name}@contoh.id`]
  if (type === 'date') return ['2026-11-20']
  if (name === 'jam') return ['07.45']
  return [`${LINE} ${name}`]
}

/** Every field with words of its own, every choice chosen. */
export const filled = (form: ShownForm, changes: Record<string, string> = {}): Filled =>
  form.fields.flatMap((field) => {
    const own = changes[field.name]
    const values = own === undefined ? valuesFor(field) : [own]
    return values.map((value): Filled[number] => [field, value])
  })

export interface Sending {
  cookie?: string
  headers?: Record<string, string>
  more?: Record<string, string>
}

/** Sends it as a browser on the same site does; files that can be chosen are. */
export const sendForm = (
  form: ShownForm,
  typed: Filled,
  { cookie = '', headers = {}, more = {} }: Sending = {},
): Promise<Response> => {
  const pairs = [
    ...typed.map(([{ name }, value]): [string, string] => [name, value]),
    ...Object.entries(more),
  ]
  const body = form.multipart ? new FormData() : new URLSearchParams()
  for (const [name, value] of pairs) body.append(name, value)
  if (body instanceof FormData)
    for (const { name } of form.fields.filter(({ kind }) => kind === 'files'))
      body.append(name, new File([pictures.baselineJpeg], 'a.jpg'))
  return request(form.action, {
    method: 'POST',
    body,
    headers: { Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin', Cookie: cookie, ...headers },
  })
}

/** That they are sure is said anew each time. */
const isConfirmation = ({ kind, options, required }: ShownField) =>
  kind === 'ticks' && options.length === 1 && required

/** What somebody typed or chose of it. */
export const givenIn = (typed: Filled): Filled =>
  typed.filter(
    ([field]) => field.kind !== 'hidden' && field.kind !== 'button' && !isConfirmation(field),
  )

const shown = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

/** Of a step that can no longer be taken, in what its answer does not hold. */
export const unsaidIn = (html: string, typed: Filled): string[] =>
  typed.flatMap(([{ name, kind }, value]) =>
    kind === 'words' && !html.includes(shown(value)) ? [name] : [],
  )

/** What of it stands in no form of the answer that can be sent to where it was sent before. */
export const lostIn = (html: string, { action }: ShownForm, typed: Filled): string[] => {
  const again = formsIn(html).filter((form) => form.action === action)
  if (again.length === 0) return ['the form']
  const asked = typed.filter(([field]) => !isConfirmation(field))
  const lost = again.map(({ fields }) =>
    asked.flatMap((one) => (stands(fields, one) ? [] : one[0].name)),
  )
  return lost.toSorted((a, b) => a.length - b.length)[0] ?? []
}

const isList = ({ kind }: ShownField) => kind === 'choice' || kind === 'ticks'

function stands(fields: ShownField[], [{ name, kind }, value]: Filled[number]): boolean {
  const same = fields.filter((field) => field.name === name)
  // a token may be another one now; a password or key is never put back
  if (kind === 'hidden' || kind === 'secret') return same.length > 0
  if (kind === 'button') return same.some((f) => f.kind === 'button' || f.values.includes(value))
  // what is on no list can be chosen anew, and a page of ours does not offer it
  if (same.some((one) => isList(one) && !one.options.includes(value))) return true
  return same.some(({ values }) => values.includes(value))
}
