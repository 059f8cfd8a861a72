/** A form of a page, with what a browser would send of it untouched. */
export interface Form {
  action: string
  /** 'post' or 'get'. */
  method: string
  fields: URLSearchParams
  /** Fields that a person types words into. */
  words: string[]
}

/** The form of a page whose action ends so, queries aside, with what a browser would send of it. */
export function formIn(html: string, action: string): URLSearchParams {
  const form = formsIn(html).find((one) => one.action.split('?')[0]?.endsWith(action))
  if (!form) throw new Error(`no form for ${action}`)
  return form.fields
}

/** Every form of a page, in its order. */
export function formsIn(html: string): Form[] {
  return html
    .split(/<form\b/)
    .slice(1)
    .map((part) => read(part.split('</form>')[0] ?? ''))
}

function read(form: string): Form {
  const fields = new URLSearchParams()
  const words: string[] = []
  for (const [, tag = ''] of form.matchAll(/<input\b([^>]*)>/g)) {
    const name = attribute(tag, 'name')
    const type = attribute(tag, 'type') ?? 'text'
    if (!name || ['submit', 'file', 'button'].includes(type)) continue
    const chosen = !['checkbox', 'radio'].includes(type) || /\schecked\b/.test(tag)
    if (chosen) fields.append(name, attribute(tag, 'value') ?? (type === 'checkbox' ? 'on' : ''))
    if (!['checkbox', 'radio', 'hidden'].includes(type)) words.push(name)
  }
  for (const [, tag = '', text = ''] of form.matchAll(
    /<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g,
  )) {
    const name = attribute(tag, 'name')
    if (!name) continue
    fields.append(name, plainText(text))
    words.push(name)
  }
  for (const [, tag = '', inner = ''] of form.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const name = attribute(tag, 'name')
    const options = [...inner.matchAll(/<option\b([^>]*)>([^<]*)/g)]
    const chosen = options.find(([, o = '']) => /\sselected\b/.test(o)) ?? options[0]
    if (/\smultiple\b/.test(tag)) continue
    if (name && chosen) fields.append(name, attribute(chosen[1] ?? '', 'value') ?? chosen[2] ?? '')
  }
  const tag = form.split('>')[0] ?? ''
  const method = attribute(tag, 'method') ?? 'get'
  return { action: attribute(tag, 'action') ?? '', method, fields, words }
}

function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${name}(?:="([^"]*)"|=([^\\s>]+))`).exec(tag)
  return match ? plainText(match[1] ?? match[2] ?? '') : undefined
}

function plainText(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
