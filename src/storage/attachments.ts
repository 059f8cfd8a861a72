import type { RandomBytes } from '../domain/text/bytes.ts'
import { crockfordLetters } from '../domain/text/crockford.ts'
import type { FileType } from '../files/accept.ts'

const PREFIX = 'a/'
/** Each letter carries five bits: 130, over the 128 that make a key unguessable. */
const KEY_LETTERS = 26

export interface StoredFile {
  body: ReadableStream
  bytes: number
}

export interface KeyPage {
  /** `storedAt`, epoch milliseconds: a sweep must spare what was stored a moment ago. */
  keys: { key: string; storedAt: number }[]
  cursor?: string
}

export function newAttachmentKey(randomBytes: RandomBytes): string {
  return PREFIX + crockfordLetters(randomBytes(KEY_LETTERS)).toLowerCase()
}

export async function putAttachment(
  bucket: R2Bucket,
  key: string,
  bytes: Uint8Array,
  type: FileType,
): Promise<void> {
  await bucket.put(key, bytes, { httpMetadata: { contentType: type } })
}

export async function getAttachment(bucket: R2Bucket, key: string): Promise<StoredFile | null> {
  const object = await bucket.get(key)
  return object && { body: object.body, bytes: object.size }
}

export async function deleteAttachment(bucket: R2Bucket, key: string): Promise<void> {
  await bucket.delete(key)
}

export async function listKeys(bucket: R2Bucket, cursor?: string, limit = 500): Promise<KeyPage> {
  const page = await bucket.list({ prefix: PREFIX, cursor, limit })
  const keys = page.objects.map(({ key, uploaded }) => ({ key, storedAt: uploaded.getTime() }))
  return page.truncated ? { keys, cursor: page.cursor } : { keys }
}
