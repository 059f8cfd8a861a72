import { formsIn } from './html-forms.ts'
import { post, request } from './request.ts'

export interface Signed {
  cookie: string
}

/** A page of staff as somebody sees it. */
export const see = async (path: string, { cookie }: Signed) => {
  const answer = await request(path, { headers: { Cookie: cookie } })
  return { answer, text: await answer.text() }
}

/** What the form at that address would send as it came. */
export const fieldsIn = (html: string, action: string): Record<string, string> => {
  const form = formsIn(html).find((one) => one.action === action)
  const filled = form?.fields.filter(({ kind, values }) => kind !== 'files' && values.length > 0)
  const empty = form?.fields.filter(({ kind }) => kind === 'words' || kind === 'choice') ?? []
  return {
    ...Object.fromEntries(empty.map(({ name }) => [name, ''])),
    ...Object.fromEntries((filled ?? []).map(({ name, values }) => [name, values.at(-1) ?? ''])),
  }
}

export const formAt = async (path: string, who: Signed) =>
  fieldsIn((await see(path, who)).text, path)

export const give = (path: string, fields: Record<string, string>, { cookie }: Signed) =>
  post(path, fields, { Cookie: cookie })
