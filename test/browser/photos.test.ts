import { expect, test } from 'vitest'
import { acceptFile } from '../../src/files/accept.ts'
import {
  aPng,
  bytesOf,
  insertAt,
  jpegMarkers,
  jpegSegment,
  pngChunk,
  riffChunk,
} from '../fixtures/media-builders.ts'
import { pictures } from '../fixtures/pictures.ts'
import { newPage } from './support/pages.ts'

const { baselineJpeg, progressiveJpeg, greyJpeg, cmykJpeg, profilePng, lossyWebp } = pictures

const second = (jpeg: Uint8Array) => jpegMarkers(jpeg)[2]?.at ?? 2
const rgb = new Uint8Array(24 * 16 * 3).fill(90)
const png = aPng({ width: 24, height: 16, rgb })
const brokenText = pngChunk('tEXt', bytesOf('A\0words'))
brokenText[12] = (brokenText[12] ?? 0) ^ 1

const riff = (webp: Uint8Array, size: number) => {
  const changed = webp.slice()
  new DataView(changed.buffer).setUint32(4, size, true)
  return changed
}

/** Odd, as phones, messengers and broken lines leave them. */
const odd: Record<string, Uint8Array> = {
  'JPEG without its end': baselineJpeg.subarray(0, -2),
  'progressive JPEG without its end': progressiveJpeg.subarray(0, -2),
  'JPEG cut in its picture': baselineJpeg.subarray(0, -40),
  'progressive JPEG cut in its picture': progressiveJpeg.subarray(0, -90),
  'JPEG with half an end': baselineJpeg.subarray(0, -1),
  'JPEG with stray bytes': insertAt(baselineJpeg, second(baselineJpeg), bytesOf([0, 1, 2, 3])),
  'JPEG with fill bytes': insertAt(baselineJpeg, 2, bytesOf([0xff, 0xff])),
  'JPEG with bytes behind': bytesOf(baselineJpeg, new Uint8Array(64)),
  'JPEG with APP15': insertAt(greyJpeg, 2, jpegSegment(0xef, bytesOf('x'))),
  'JPEG with an empty comment': insertAt(greyJpeg, 2, jpegSegment(0xfe, new Uint8Array(0))),
  'JPEG with a number of lines': insertAt(greyJpeg, 2, jpegSegment(0xdc, bytesOf([0, 16]))),
  'JPEG with restarts between': insertAt(greyJpeg, 2, bytesOf([0xff, 0xd0])),
  'JPEG with empty tables': insertAt(greyJpeg, 2, jpegSegment(0xc4, new Uint8Array(0))),
  'JPEG of inks': cmykJpeg,
  'PNG without its end': png.subarray(0, -12),
  'PNG with half an end': png.subarray(0, -5),
  'PNG with bytes behind': bytesOf(png, 'behind'),
  'PNG with a broken text': insertAt(profilePng, 33, brokenText),
  'PNG with an unknown chunk': insertAt(profilePng, 33, pngChunk('abCd', bytesOf('x'))),
  'PNG with two texts behind its pixels': aPng({
    ...{ width: 24, height: 16, rgb },
    after: [pngChunk('tEXt', bytesOf('A\0a')), pngChunk('tIME', new Uint8Array(7))],
  }),
  'PNG cut between its pixels': png.subarray(0, -30),
  'PNG cut in its pixels': png.subarray(0, -20),
  'PNG cut in its first pixels': profilePng.subarray(0, -60),
  'WebP with bytes behind': bytesOf(lossyWebp, 'behind'),
  'WebP that says it is longer': riff(lossyWebp, lossyWebp.length + 20),
  'WebP with an unknown chunk': riff(
    bytesOf(lossyWebp, riffChunk('abcd', bytesOf('x'))),
    lossyWebp.length + 2,
  ),
  'WebP cut in its picture': lossyWebp.subarray(0, -30),
}

/** Width and height as the browser shows it; null: a broken picture. */
const shown = async (page: Awaited<ReturnType<typeof newPage>>, bytes: Uint8Array, type: string) =>
  page.evaluate(
    async (address) => {
      const image = new Image()
      const done = new Promise((resolve) => {
        image.onload = resolve
        image.onerror = resolve
      })
      image.src = address
      await done
      return image.naturalWidth > 0 ? [image.naturalWidth, image.naturalHeight] : null
    },
    `data:${type};base64,${Buffer.from(bytes).toString('base64')}`,
  )

test('every photo that the browser shows is kept, and shown as it was after it was made anew', async () => {
  const page = await newPage({ width: 360 })
  const found: string[] = []
  for (const [name, bytes] of Object.entries(odd)) {
    const type = name.startsWith('JPEG') || name.startsWith('prog') ? 'image/jpeg' : ''
    const kind = type || (name.startsWith('PNG') ? 'image/png' : 'image/webp')
    const before = await shown(page, bytes, kind)
    const verdict = acceptFile(bytes)
    const after = verdict.ok ? await shown(page, verdict.bytes, kind) : null
    if (before && !verdict.ok) found.push(`${name}: shown, and not kept`)
    if (verdict.ok && !after) found.push(`${name}: kept, and not shown`)
    if (before && after && before.join() !== after.join()) found.push(`${name}: of another size`)
  }
  expect(found).toEqual([])
})
