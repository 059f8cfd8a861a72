import type { Surroundings } from '../../db/run-command.ts'
import type { LineOutcome } from '../../domain/city/imports.ts'

/** What stands around lines that are taken in: the person who brought them acts. */
export interface ImportWorld extends Pick<Surroundings, 'db' | 'now'> {
  env: Env
  /** 'staff:<id>' */
  by: string
}

interface ImportColumn {
  name: string
  required: boolean
  /** How other programs call it. */
  also?: readonly string[]
}

type Typed = Readonly<Record<string, string>>

/** Lines one after the other; dry: nothing is written, and each is judged as if those before were in. */
export interface ImportSession {
  line(typed: Typed): Promise<LineOutcome>
  /** Where many are taken in at once: what becomes of each, in order. */
  page?(lines: readonly Typed[]): Promise<LineOutcome[]>
}

/** One kind of table from outside. */
export interface Importer {
  columns: readonly ImportColumn[]
  /** Lines name people: they are sealed as long as they wait, gone once they are in, and their bringer's alone. */
  sealed?: true
  /** Of its columns: who people are, and how to reach them. */
  personal?: ReadonlySet<string>
  /** Lines and bytes of a file. */
  most?: { lines: number; bytes: number }
  open(world: ImportWorld, dry: boolean, runId?: number): Promise<ImportSession>
}
