import jpegDecoder from '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm'
import decodeJpeg, { init as startJpeg } from '@jsquash/jpeg/decode.js'
import webpDecoder from '@jsquash/webp/codec/dec/webp_dec.wasm'
import decodeWebp, { init as startWebp } from '@jsquash/webp/decode.js'
import { encode } from 'jpeg-js'
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

/** In JavaScript: for so few pixels a compiled encoder would weigh more than it saves. */
export function toJpeg({ data, width, height }: Pixels, quality: number): Uint8Array {
  return new Uint8Array(encode({ data: new Uint8Array(data), width, height }, quality).data)
}

function ownBuffer(file: Uint8Array): ArrayBuffer {
  return new Uint8Array(file).buffer
}
