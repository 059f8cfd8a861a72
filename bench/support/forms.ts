/** The form of a page whose action ends so, with what a browser would send of it untouched. */
export function formIn(html: string, action: string): URLSearchParams {
  const form = html
    .split(/<form\b/)
    .slice(1)
    .map((part) => part.split('</form>')[0] ?? '')
    .find((part) => attribute(part.split('>')[0] ?? '', 'action')?.endsWith(action))
  if (!form) throw new Error(`no form for ${action}`)
  const fields = new URLSearchParams()
  for (const [, tag = ''] of form.matchAll(/<input\b([^>]*)>/g)) {
    const name = attribute(tag, 'name')
    const type = attribute(tag, 'type') ?? 'text'
    if (!name || ['submit', 'file', 'button'].includes(type)) continue
    const chosen = !['checkbox', 'radio'].includes(type) || /\schecked\b/.test(tag)
    if (chosen) fields.append(name, attribute(tag, 'value') ?? (type === 'checkbox' ? 'on' : ''))
  }
  for (const [, tag = '', text = ''] of form.matchAll(
    /<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g,
  )) {
    const name = attribute(tag, 'name')
    if (name) fields.append(name, plainText(text))
  }
  for (const [, tag = '', inner = ''] of form.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const name = attribute(tag, 'name')
    const options = [...inner.matchAll(/<option\b([^>]*)>([^<]*)/g)]
    const chosen = options.find(([, o = '']) => /\sselected\b/.test(o)) ?? options[0]
    if (/\smultiple\b/.test(tag)) continue
    if (name && chosen) fields.append(name, attribute(chosen[1] ?? '', 'value') ?? chosen[2] ?? '')
  }
  return fields
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
