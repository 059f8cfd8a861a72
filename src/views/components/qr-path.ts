import { generate } from 'lean-qr'

export interface QrPath {
  /** Modules on one side, without the quiet zone of four that a reader needs around it. */
  size: number
  /** For `d` of a path that is *stroked*, one unit wide and not filled. */
  path: string
}

/**
 * The QR code of a text as one path: `<svg viewBox="-4 -4.5 ${size + 8} ${size + 8}"
 * shape-rendering="crispEdges"><path d=… stroke="#000" fill="none"/></svg>` on white. Strokes
 * along the rows gzip to a seventh of an outline. The smallest size that holds the text, with
 * as much error correction as fits it. Throws beyond 2,953 bytes.
 */
export function qrPath(text: string): QrPath {
  const code = generate(text)
  let path = ''
  let penX = 0
  let penY = 0
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) {
      const start = x
      while (code.get(x, y)) x++
      if (x === start) continue
      path += `m${start - penX} ${y - penY}h${x - start}`
      penX = x
      penY = y
    }
  }
  return { size: code.size, path }
}
