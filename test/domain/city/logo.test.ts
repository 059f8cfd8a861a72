import { expect, test } from 'vitest'
import { isLogo } from '../../../src/domain/city/logo.ts'
import { toBase64url } from '../../../src/domain/text/bytes.ts'

/** The first bytes of a PNG so wide and so high; what follows is nobody's. */
function png(width: number, height: number, begin = 'IHDR'): string {
  const bytes = new Uint8Array(200)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
  bytes.set(new TextEncoder().encode(begin), 12)
  new DataView(bytes.buffer).setUint32(16, width)
  new DataView(bytes.buffer).setUint32(20, height)
  return toBase64url(bytes)
}

test('a logo that came as text is as small as one that was drawn, not only in bytes', () => {
  expect(isLogo(png(64, 64))).toBe(true)
  expect(isLogo(png(1, 40))).toBe(true)
  for (const [width, height] of [
    ...[
      [65, 64],
      [64, 65],
      [30_000, 30_000],
      [0, 64],
      [64, 0],
    ],
    [0x80000001, 1],
  ] as const)
    expect([width, height, isLogo(png(width ?? 0, height ?? 0))]).toEqual([width, height, false])
  expect(isLogo(png(64, 64, 'IDAT'))).toBe(false)
  expect(isLogo('iVBORw0KGgo')).toBe(false)
  expect(isLogo(`${png(64, 64)}<svg>`)).toBe(false)
})
