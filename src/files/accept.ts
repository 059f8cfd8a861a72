import { rebuildJpeg } from './jpeg.ts'
import { isWholePdf } from './pdf.ts'
import { rebuildPng } from './png.ts'
import { isAlsoActive, isAlsoZip } from './polyglot.ts'
import type { RebuildRefusal, Rebuilt, RemovedKind } from './result.ts'
import { sniff } from './sniff.ts'
import { rebuildWebp } from './webp.ts'

/** "5 MB" to people; 5 MiB, so that what a phone calls 5 MB passes. */
export const MAX_FILE_BYTES = 5 * 1024 * 1024
export const MAX_FILES = 5

export type FileType = 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf'

/** `unsafe`: it would also pass as a page or an archive, and cannot be cleaned. */
export type FileRefusal = RebuildRefusal | 'too_large' | 'empty' | 'heic' | 'unsafe'

export type Accepted = {
  ok: true
  type: FileType
  bytes: Uint8Array
  width?: number
  height?: number
  removed: RemovedKind[]
  /** A photo that broke off: what is there is kept. */
  closed?: true
}

export type FileVerdict = Accepted | { ok: false; reason: FileRefusal }

/** Never throws; linear in the size. Accepting its own result changes nothing more. */
export function acceptFile(file: Uint8Array): FileVerdict {
  if (file.length === 0) return refuse('empty')
  if (file.length > MAX_FILE_BYTES) return refuse('too_large')
  switch (sniff(file)) {
    case 'jpeg':
      return acceptImage('image/jpeg', rebuildJpeg(file))
    case 'png':
      return acceptImage('image/png', rebuildPng(file))
    case 'webp':
      return acceptImage('image/webp', rebuildWebp(file))
    case 'pdf':
      return acceptPdf(file)
    case 'heic':
      return refuse('heic')
    case 'unknown':
      return refuse('unknown_type')
  }
}

function acceptImage(type: FileType, rebuilt: Rebuilt): FileVerdict {
  if (!rebuilt.ok) return rebuilt
  if (rebuilt.bytes.length > MAX_FILE_BYTES) return refuse('too_large')
  if (isAlsoActive(rebuilt.bytes) || isAlsoZip(rebuilt.bytes)) return refuse('unsafe')
  const { bytes, width, height, removed, closed } = rebuilt
  return { ok: true, type, bytes, width, height, removed, ...(closed ? { closed } : {}) }
}

function acceptPdf(file: Uint8Array): FileVerdict {
  if (isAlsoZip(file)) return refuse('unsafe')
  if (!isWholePdf(file)) return refuse('damaged')
  return { ok: true, type: 'application/pdf', bytes: file, removed: [] }
}

function refuse(reason: FileRefusal): FileVerdict {
  return { ok: false, reason }
}
