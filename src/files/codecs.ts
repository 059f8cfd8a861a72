import jpegDecoder from '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm'
import jpegEncoder from '@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm'
import decodeJpeg, { init as startJpeg } from '@jsquash/jpeg/decode.js'
import encodeJpeg, { init as startEncoder } from '@jsquash/jpeg/encode.js'
import webpDecoder from '@jsquash/webp/codec/dec/webp_dec.wasm'
import decodeWebp, { init as startWebp } from '@jsquash/webp/decode.js'
import type { Pixels } from './pixels.ts'

// Each picture in a machine of its own: the memory of one only grows, and would stay with the isolate.

/** @throws where the file cannot be decoded */
export async function jpegPixels(file: Uint8Array): Promise<Pixels> {
  await startJpeg(jpegDecoder)
  return decodeJpeg(ownBuffer(file))
}

/** @throws where the file cannot be decoded */
export async function webpPixels(file: Uint8Array): Promise<Pixels> {
  await startWebp(webpDecoder)
  return decodeWebp(ownBuffer(file))
}

export async function toJpeg(
  { data, width, height }: Pixels,
  quality: number,
): Promise<Uint8Array> {
  await startEncoder(jpegEncoder)
  const image = { data: new Uint8ClampedArray(data), width, height, colorSpace: 'srgb' } as const
  return new Uint8Array(await encodeJpeg(image, { quality, progressive: false }))
}

function ownBuffer(file: Uint8Array): ArrayBuffer {
  return new Uint8Array(file).buffer
}
