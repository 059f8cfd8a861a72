import { type Doubt, gapsIn, personalIn } from '../../../domain/text/doubts.ts'
import type { FieldError } from '../../../forms/field-error.ts'
import type { Posted } from '../../../forms/read.ts'
import type { AppContext } from '../../../http.ts'
import type { Words } from '../../../words/words.ts'
import { copyIn } from './copy-fields.ts'
import type { Doubted, Step } from './step.ts'

/** Field of the words that their writer has looked at again. */
const SURE = 'yakin'

export function personalFields(posted: Posted, ...fields: string[]): Doubted[] {
  return fields.flatMap((field) => personalIn(copyIn(posted, field)).map(at(field)))
}

/** Of an agency's own words: also what a template left open. */
export function agencyFields(posted: Posted, ...fields: string[]): Doubted[] {
  return fields.flatMap((field) => agencyDoubts(posted.text(field)).map(at(field)))
}

export function agencyDoubts(text: string): Doubt[] {
  return [...personalIn(text), ...gapsIn(text)]
}

function at(field: string | null) {
  return (doubt: Doubt): Doubted => ({ ...doubt, field })
}

interface Asked {
  errors: FieldError[]
  /** Sent along by whoever means it so; other words are asked about again. */
  sure: string
}

/** Null where there is nothing to ask, or it was answered. */
export function asked(c: AppContext, posted: Posted, step: Step): Asked | null {
  const doubts = step.doubts?.(c, posted) ?? []
  const answered = posted.all(SURE).flatMap((text) => text.split(/\r?\n/))
  if (doubts.every(({ words }) => answered.includes(words))) return null
  const fields = [...new Set(doubts.map(({ field }) => field))]
  return {
    errors: fields.flatMap((field) => sentences(c.var.t, doubts, field)),
    sure: [...new Set(doubts.map(({ words }) => words))].join('\n'),
  }
}

function sentences(t: Words, doubts: Doubted[], field: string | null): FieldError[] {
  return (['personal', 'gap'] as const).flatMap((kind) => {
    const found = doubts.filter((one) => one.kind === kind && one.field === field)
    const words = [...new Set(found.map((one) => one.words))]
    return words.length > 0 ? [{ field, text: t.deskForms.doubts[kind](words.join(', ')) }] : []
  })
}
