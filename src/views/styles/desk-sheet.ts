import { base } from './base.ts'
import { clock } from './clock.ts'
import { sheet } from './css.ts'
import { desk } from './desk.ts'
import { codes, forms, picks } from './forms.ts'
import { qr } from './receipt.ts'
import { table } from './table.ts'
import { talk, timeline } from './timeline.ts'
import { tokens } from './tokens.ts'
import { values } from './values.ts'

/** Apart from the citizens' sheets: it is read when somebody of the staff comes. */
export const deskSheet = {
  css: sheet(tokens, base, values, forms, picks, codes, clock, timeline, talk, table, desk, qr),
}
