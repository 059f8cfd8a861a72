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
}

/** Lines one after the other; dry: nothing is written, and each is judged as if those before were in. */
export interface ImportSession {
  line(typed: Readonly<Record<string, string>>): Promise<LineOutcome>
}

/** One kind of table from outside. */
export interface Importer {
  columns: readonly ImportColumn[]
  open(world: ImportWorld, dry: boolean): Promise<ImportSession>
}
