import type { FileSight } from '../../sights/files.ts'
import type { Words } from '../../words/words.ts'

/** 'Foto 1', 'Dokumen 2': never the file's own name. */
export function fileLabel(t: Words, { image, n }: Pick<FileSight, 'image' | 'n'>): string {
  return image ? t.status.photo(n) : t.status.document(n)
}
