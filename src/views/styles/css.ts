import { base } from './base.ts'
import { clock } from './clock.ts'
import { codes, forms, picks } from './forms.ts'
import { frame } from './frame.ts'
import { home } from './home.ts'
import { paper, qr, receipt } from './receipt.ts'
import { table } from './table.ts'
import { talk, timeline } from './timeline.ts'
import { tokens } from './tokens.ts'
import { values } from './values.ts'

/** Takes out what a browser does not need; strings inside css keep single spaces, which ours survive. */
export function minify(css: string): string {
  return css
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;\}/g, '}')
    .trim()
}

/** Rules that begin alike compress better; a shorthand's name comes before those it sets. */
function sorted(css: string): string {
  return css.replace(/\{([^{}]*)\}/g, (_, rule: string) => {
    const declarations = rule.split(';')
    return `{${declarations.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0)).join(';')}}`
  })
}

function nameOf(declaration: string): string {
  return declaration.slice(0, declaration.indexOf(':'))
}

export function sheet(...parts: string[]): string {
  return sorted(minify(parts.join('')))
}

/** Inlined, a fixed string per kind: the CSP names its SHA-256, a first visit costs one request. */
export const styles = {
  plain: sheet(tokens, base),
  info: sheet(tokens, base, values),
  home: sheet(tokens, base, forms, codes, clock, table, home),
  form: sheet(tokens, base, forms, picks, codes),
  ended: sheet(tokens, base, values, forms, codes),
  receipt: sheet(tokens, base, values, forms, clock, receipt, paper),
  print: sheet(tokens, base, values, forms, clock, receipt, paper, qr),
  // base before what overrides it; else in the order that compresses best: the fullest page is near its budget
  status: sheet(tokens, base, timeline, clock, values, forms),
  data: sheet(tokens, base, timeline, clock, values, forms, paper),
  list: sheet(tokens, base, values, forms, clock, table),
  report: sheet(tokens, base, values, clock, timeline, talk),
  frame: sheet(tokens, base, forms, codes, table, frame),
} as const

export type StyleKind = keyof typeof styles
