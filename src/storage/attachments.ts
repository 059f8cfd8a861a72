import type { RandomBytes } from '../domain/text/bytes.ts'
import { crockfordLetters } from '../domain/text/crockford.ts'
import type { FileType } from '../files/accept.ts'

const PREFIX = 'a/'
/** Each letter carries five bits: 130 together, over the 128 that make a key unguessable. */
const KEY_LETTERS = 26

export interface StoredFile {
  body: ReadableStream
  /** Length of the body. */
  bytes: number
}

export interface KeyPage {
  /** `storedAt` is epoch milliseconds: a sweep must spare what was stored a moment ago. */
  keys: { key: string; storedAt: number }[]
  /** Where the next page begins; undefined on the last one. */
  cursor?: string
}

/** A fresh random place in the bucket; it says nothing of the file, complaint or person. */
export function newAttachmentKey(randomBytes: RandomBytes): string {
  return PREFIX + crockfordLetters(randomBytes(KEY_LETTERS)).toLowerCase()
}

/** Stores what `acceptFile` gave back, with its type and nothing else. */
export async function putAttachment(
  bucket: R2Bucket,
  key: string,
  bytes: Uint8Array,
  type: FileType,
): Promise<void> {
  await bucket.put(key, bytes, { httpMetadata: { contentType: type } })
}

/** The stored bytes as a stream, or null when there are none (erased, or never stored). */
export async function getAttachment(bucket: R2Bucket, key: string): Promise<StoredFile | null> {
  const object = await bucket.get(key)
  return object && { body: object.body, bytes: object.size }
}

/** Deletes for good; a key that is already gone is no error, so that erasing can be repeated. */
export async function deleteAttachment(bucket: R2Bucket, key: string): Promise<void> {
  await bucket.delete(key)
}

/** One page of all stored keys, in the bucket's order, for finding files that no row names. */
export async function listKeys(bucket: R2Bucket, cursor?: string, limit = 500): Promise<KeyPage> {
  const page = await bucket.list({ prefix: PREFIX, cursor, limit })
  const keys = page.objects.map(({ key, uploaded }) => ({ key, storedAt: uploaded.getTime() }))
  return page.truncated ? { keys, cursor: page.cursor } : { keys }
}
