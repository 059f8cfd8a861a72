import type { FileType } from '../files/accept.ts'

/** Named for what it is and no more: a reporter's own file name is never kept. */
const DISPOSITION: Record<FileType, string> = {
  'image/jpeg': 'inline; filename="foto.jpg"',
  'image/png': 'inline; filename="foto.png"',
  'image/webp': 'inline; filename="foto.webp"',
  'application/pdf': 'attachment; filename="lampiran.pdf"',
}

/**
 * Headers under which a stranger's file may leave our own address: it is shown or saved as its
 * type says, never guessed at, runs nothing, and no other site may embed it. Caching is left to
 * the route, which knows whether the file was released.
 */
export function responseHeadersFor(type: FileType): Record<string, string> {
  return {
    'Content-Type': type,
    'Content-Disposition': DISPOSITION[type],
    'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  }
}
