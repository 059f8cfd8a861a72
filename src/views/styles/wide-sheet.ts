import { base } from './base.ts'
import { chart } from './chart.ts'
import { clock } from './clock.ts'
import { sheet } from './css.ts'
import { forms } from './forms.ts'
import { table } from './table.ts'
import { tokens } from './tokens.ts'
import { values } from './values.ts'

const wide = `
@media (min-width: 70rem) {
  .wrap { max-width: 74rem }
  .cols { display: grid; grid-template-columns: 1fr 1fr; grid-gap: 0 3rem }
}
`

/** Apart from the sheets that are there when the Worker starts: it is read when such a page is asked for. */
export const wideSheet = { css: sheet(tokens, base, values, forms, clock, table, chart, wide) }
