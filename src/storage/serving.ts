import type { FileType } from '../files/accept.ts'

const DISPOSITION: Record<FileType, string> = {
  'image/jpeg': 'inline; filename="foto.jpg"',
  'image/png': 'inline; filename="foto.png"',
  'image/webp': 'inline; filename="foto.webp"',
  'application/pdf': 'attachment; filename="lampiran.pdf"',
}

/** Caching is left to the route, which knows whether the file was released. */
export function responseHeadersFor(type: FileType): Record<string, string> {
  return {
    'Content-Type': type,
    'Content-Disposition': DISPOSITION[type],
    'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  }
}
