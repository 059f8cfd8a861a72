import { KINDS_SAID } from './read-template.ts'
import type { TemplateWords } from './templates.ts'

/** As a table that is taken in again says them. */
export function templateTable(
  templates: readonly TemplateWords[],
): [headers: string[], rows: string[][]] {
  const rows = templates.map(({ kind, name, text, active }) => [
    ...[name, KINDS_SAID[kind], text],
    active ? 'ya' : 'tidak',
  ])
  return [['nama', 'jenis', 'teks', 'aktif'], rows]
}
