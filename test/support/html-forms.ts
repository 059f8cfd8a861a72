/** A field of a form as a browser would show it. */
export interface ShownField {
  name: string
  kind: 'hidden' | 'words' | 'secret' | 'choice' | 'ticks' | 'button' | 'files'
  type: string
  /** Written in it, or chosen of it, as the page came. */
  values: string[]
  required: boolean
  /** What may be chosen. */
  options: string[]
}

export interface ShownForm {
  /** Without the mark of another address (src/middleware/own-address.ts). */
  action: string
  multipart: boolean
  fields: ShownField[]
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

function plain(html: string): string {
  return html.replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => NAMED[name] ?? whole)
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s>/])`).exec(tag)
  return found ? plain(found[1] ?? '') : undefined
}

const has = (tag: string, name: string) => attribute(tag, name) !== undefined

const FIELD =
  /<textarea\b[^>]*>([\s\S]*?)<\/textarea>|<select\b[^>]*>([\s\S]*?)<\/select>|<(?:input|button)\b[^>]*>/g

/** What the page's first field of that name holds. */
export const hiddenIn = (html: string, name: string): string =>
  plain(new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '')

/** The forms of a page that change something. */
export const formsIn = (html: string): ShownForm[] =>
  [...html.matchAll(/(<form\b[^>]*>)([\s\S]*?)<\/form>/g)].flatMap(([, head = '', body = '']) => {
    if (attribute(head, 'method') !== 'post') return []
    const multipart = attribute(head, 'enctype') === 'multipart/form-data'
    const fields = fieldsIn(body)
    const others = [...body.matchAll(/\sformaction="([^"]*)"/g)].map(([, other = '']) => other)
    return [attribute(head, 'action') ?? '', ...others].map((action) => ({
      ...{ action: plain(action).replace(/[?&]lagi$/, ''), multipart, fields },
    }))
  })

function fieldsIn(body: string): ShownField[] {
  const fields: ShownField[] = []
  for (const [whole, text, options] of body.matchAll(FIELD)) {
    const [tag = ''] = /^<[^>]*>/.exec(whole) ?? []
    const name = attribute(tag, 'name')
    if (name === undefined) continue
    const type = attribute(tag, 'type') ?? 'text'
    const field = { name, type, required: has(tag, 'required'), options: [], values: [] }
    if (text !== undefined) fields.push({ ...field, kind: 'words', values: [plain(text)] })
    else if (options !== undefined) fields.push({ ...field, ...chosenIn(tag, options) })
    else add(fields, tag, field)
  }
  return fields
}

function chosenIn(tag: string, body: string): Pick<ShownField, 'kind' | 'options' | 'values'> {
  const tags = [...body.matchAll(/<option\b[^>]*>/g)].map(([option]) => option)
  const value = (option: string) => attribute(option, 'value') ?? ''
  return {
    kind: has(tag, 'multiple') ? 'ticks' : 'choice',
    options: tags.map(value).filter(Boolean),
    values: tags.filter((option) => has(option, 'selected')).map(value),
  }
}

const KINDS: Record<string, ShownField['kind']> = {
  hidden: 'hidden',
  password: 'secret',
  file: 'files',
  radio: 'choice',
  checkbox: 'ticks',
  submit: 'button',
}

/** Radio buttons and ticks of one name are one field. */
function add(fields: ShownField[], tag: string, field: Omit<ShownField, 'kind'>): void {
  const value = attribute(tag, 'value') ?? ''
  const type = tag.startsWith('<button') ? 'submit' : field.type
  // what counts once is typed anew, like a password
  const once = field.name === 'kode' || attribute(tag, 'autocomplete') === 'one-time-code'
  const kind = KINDS[type] ?? (once ? 'secret' : 'words')
  const many = kind === 'choice' || kind === 'ticks' || kind === 'button'
  const known = many && fields.find((one) => one.name === field.name && one.kind === kind)
  const chosen = many ? has(tag, 'checked') : value !== '' || kind === 'hidden'
  const one = known || { ...field, type, kind, options: [], values: [] }
  if (many) one.options = [...one.options, value]
  if (chosen) one.values = [...one.values, value]
  if (!known) fields.push(one)
}
