import { base } from './base.ts'
import { chart } from './chart.ts'
import { clock } from './clock.ts'
import { sheet } from './css.ts'
import { desk } from './desk.ts'
import { forms } from './forms.ts'
import { table } from './table.ts'
import { tokens } from './tokens.ts'
import { values } from './values.ts'

const oversight = `
.solo main { max-width: 84rem }
.tabs { gap: 0 1.25rem; border-bottom: 1px solid var(--line); margin: 0 0 1.25rem; flex-wrap: wrap }
.figs a { color: inherit }
.scroll { position: relative }
.brief { display: none }
@media (max-width: 40rem) { .whole { display: none } .brief { display: inline } }
.solo main h2 { margin: 1.75rem 0 .5rem }
.worry { list-style: none; padding: 0; margin: 0 0 1.5rem; max-width: 46rem }
.worry li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; padding: .5rem 0; border-bottom: 1px solid var(--line) }
@media (min-width: 64rem) { .pairs { display: grid; grid-template-columns: 1fr 1fr; gap: 0 3rem } }
.solo .list { border: 1px solid var(--line); border-radius: .5rem; max-width: 52rem; overflow: hidden }
@media print { .solo main { max-width: none; padding: 0 } }
`

/** Apart from the desk's: charts are drawn where somebody oversees. */
export const oversightSheet = {
  css: sheet(tokens, base, values, forms, clock, table, desk, chart, oversight),
}
