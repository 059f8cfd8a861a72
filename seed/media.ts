import { concatBytes } from '../src/domain/text/bytes.ts'
import { be32, fromLatin1 } from '../src/files/bytes.ts'
import { pngChunk } from '../src/files/png-chunks.ts'
import { drawScene, HEIGHT, PALETTE, WIDTH } from './scene.ts'

/**
 * A small drawn street scene, 320 x 240 pixels, at most 8 kB, distinct per seed: a pothole, a
 * flood, rubbish or a leaning lamp (seed modulo 4: 0 to 3), by day or at dusk. The same seed gives
 * the same pixels.
 */
export async function scenePng(seed: number): Promise<Uint8Array> {
  const pixels = drawScene(seed)
  const rows: Uint8Array[] = []
  for (let y = 0; y < HEIGHT; y++) {
    rows.push(Uint8Array.of(0), pixels.subarray(y * WIDTH, (y + 1) * WIDTH))
  }
  const indexed = Uint8Array.of(8, 3, 0, 0, 0)
  return concatBytes(
    fromLatin1('\x89PNG\r\n\x1a\n'),
    pngChunk('IHDR', concatBytes(be32(WIDTH), be32(HEIGHT), indexed)),
    pngChunk('PLTE', PALETTE),
    pngChunk('IDAT', await deflate(concatBytes(...rows))),
    pngChunk('IEND', new Uint8Array(0)),
  )
}

/** A valid PDF of one A4 page with one line of text; letters outside Latin-1 become '?'. */
export function letterPdf(line: string): Uint8Array {
  const text = line.replace(/[^\x20-\x7e\xa0-\xff]/g, '?').replace(/[\\()]/g, '\\$&')
  const drawing = `BT /F1 12 Tf 72 770 Td (${text}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R ' +
      '/Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  let file = '%PDF-1.4\n'
  let table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  for (const [index, object] of objects.entries()) {
    table += `${String(file.length).padStart(10, '0')} 00000 n \n`
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
  }
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>`
  return fromLatin1(`${file}${table}${trailer}\nstartxref\n${file.length}\n%%EOF\n`)
}

async function deflate(bytes: Uint8Array): Promise<Uint8Array> {
  const packed = new Blob([bytes as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new CompressionStream('deflate'))
  return new Uint8Array(await new Response(packed).arrayBuffer())
}
