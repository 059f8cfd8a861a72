import { toJpeg } from '../../src/files/codecs.ts'
import type { Pixels } from '../../src/files/pixels.ts'

/** A street as a camera might see it: a bright left, a dark right, and grain that does not pack well. */
export const street = (width: number, height: number, grain = 24): Pixels => {
  const data = new Uint8ClampedArray(4 * width * height)
  let seed = 7
  for (let at = 0; at < data.length; at += 4) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    const x = (at / 4) % width
    const light = (x < width / 2 ? 200 : 60) + ((seed >>> 16) % (grain + 1))
    data.set([light, light - 20, light - 40, 255], at)
  }
  return { width, height, data }
}

export const photo = async (width: number, height: number, grain?: number): Promise<Uint8Array> =>
  toJpeg(street(width, height, grain), 90)
