import type { Answer } from './job.ts'

/** Something that differs on purpose: left out of the comparison only where it is asked for by name. */
export interface Rule {
  name: string
  why: string
  body?: (text: string) => string
  headers?: (name: string, value: string) => string
}

/**
 * Everything that may differ between two versions without being a fault. Clock, chance, secrets and
 * sessions are the same for both, so that nothing has to be left out for their sake.
 */
export const RULES: Rule[] = [
  {
    name: 'english',
    why: 'the footer offers the other language on the pages that have it',
    body: (text) =>
      text.replace(/<a href="[^"]*bahasa=en" lang="en"(?: hreflang="en")?>English<\/a>/g, ''),
  },
  {
    name: 'lost',
    why: "the desk's script reads its one sentence from the page, in the page's language",
    body: (text) => text.replace(/(<body [^>]*?) data-lost="[^"]*"/, '$1'),
  },
  {
    name: 'style-order',
    why: 'sheets, selectors and declarations stand in another order; what each says is compared nevertheless',
    body: (text) =>
      text.replace(/<style>([\s\S]*?)<\/style>/, (_, css: string) =>
        [...new Set(css.split(/[{};,]/))].sort().join(';'),
      ),
    headers: (name, value) =>
      name === 'etag' ? '' : value.replace(/'sha256-[^']*'/g, "'sha256-of-the-style'"),
  },
]

/** Columns of rows that are left out: salted by the platform's own randomness. */
export const UNLIKE_COLUMNS = new Set(['account.password'])

/** An answer as it is compared; what follows from a body that a rule changed goes with it. */
export function ruled(answer: Answer, rules: Rule[]): Answer {
  const body = rules.reduce((text, rule) => rule.body?.(text) ?? text, answer.body)
  const followed = body === answer.body ? [] : ['content-length', 'etag']
  const headers = answer.headers
    .filter(([name]) => !followed.includes(name))
    .map(([name, value]): [string, string] => [
      name,
      rules.reduce((text, rule) => rule.headers?.(name, text) ?? text, value),
    ])
  return { ...answer, body, headers }
}
