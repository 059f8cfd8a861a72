import type { id } from './id/all.ts'
import type { citizens } from './id/citizens.ts'

/** The shape of a text in whatever language: literal strings are any string. */
type Widened<T> = T extends string
  ? string
  : T extends (...given: infer A) => infer R
    ? (...given: A) => Widened<R>
    : T extends readonly (infer One)[]
      ? readonly Widened<One>[]
      : { readonly [K in keyof T]: Widened<T[K]> }

/** Every text of the interface, by collection; Indonesian is the source of the shape. */
export type Texts = Widened<typeof id>

/** Those of citizens' pages alone, which other languages follow. */
export type CitizenTexts = Widened<typeof citizens>
