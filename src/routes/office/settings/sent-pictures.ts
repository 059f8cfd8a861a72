import type { Sheet } from '../../../domain/city/sheets/sheet.ts'
import { toBase64url } from '../../../domain/text/bytes.ts'
import type { FieldError } from '../../../forms/field-error.ts'
import type { Posted, Typed } from '../../../forms/read.ts'
import type { Words } from '../../../words/words.ts'

/** What pictures were chosen, as their columns are written; one that cannot be kept leaves what stood. */
export async function sentPictures(
  t: Words,
  { columns }: Sheet,
  posted: Posted,
): Promise<{ typed: Typed; errors: FieldError[] }> {
  const typed: Typed = {}
  const errors: FieldError[] = []
  for (const { name } of columns.filter(({ kind }) => kind === 'picture')) {
    const [file] = posted.files(`${name}_berkas`)
    if (posted.has(`${name}_hapus`)) typed[name] = ''
    if (!file) continue
    const { logoFrom } = await import('../../../files/logo.ts')
    const drawn = await logoFrom(new Uint8Array(await file.arrayBuffer()))
    if (drawn.ok) typed[name] = toBase64url(drawn.png)
    else errors.push({ field: `${name}_berkas`, text: t.settings.pictures.refused[drawn.reason] })
  }
  return { typed, errors }
}
