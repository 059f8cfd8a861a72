import { sheets } from '../../../domain/city/sheets/all.ts'
import type { Noun } from '../../../domain/city/sheets/sheet.ts'
import { build } from '../../../paths.ts'

/** Where a row stands; those that may come to nothing stand in their list alone. */
export function placeOf(noun: Noun, rowId: number): string {
  const { at, own } = sheets[noun]
  return own ? build('settingList', { bagian: at }) : build('settingRow', { bagian: at, id: rowId })
}
