import { base } from './base.ts'
import { chart } from './chart.ts'
import { sheet } from './css.ts'
import { forms, picks } from './forms.ts'
import { table } from './table.ts'
import { tokens } from './tokens.ts'
import { values } from './values.ts'

const scale = `
.scale { display: flex; flex-wrap: wrap; margin: 0 -.25rem }
.scale .pick { flex: 1 1 9.5rem; margin: .25rem; padding: .65rem .6rem; min-width: 0 }
.scale .pick span { min-width: 0 }
.scale input { margin-right: .5rem }
legend .hint { display: block; font-weight: 400 }
.bad .pick { border-color: var(--late) }
`

const poster = `
.poster { text-align: center; padding: 2rem 1rem; border: 1px solid var(--line); border-radius: .75rem; background: #fff; color: #000 }
.poster svg { width: 100%; max-width: 20rem }
.poster h1 { font-size: 2.25rem }
.poster b { font-size: 1.125rem }
@media print { .poster { border: 0 } .top, footer { display: none } }
`

export const surveySheet = { css: sheet(tokens, base, forms, picks, scale) }
export const surveyResultsSheet = { css: sheet(tokens, base, values, forms, table, chart) }
export const posterSheet = { css: sheet(tokens, base, poster) }
