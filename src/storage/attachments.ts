import type { RandomBytes } from '../domain/text/bytes.ts'
import { crockfordLetters } from '../domain/text/crockford.ts'
import type { FileType } from '../files/accept.ts'

const PREFIX = 'a/'
/** Pictures made of files, each under its file's own letters: so no row need name them. */
const PREVIEW_PREFIX = 'k/'
/** Each letter carries five bits: 130, over the 128 that make a key unguessable. */
const KEY_LETTERS = 26
/** R2 takes a thousand at once. */
const MOST_DELETED = 1000

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

/** What was made of it dies with it. */
export async function deleteAttachments(bucket: R2Bucket, keys: readonly string[]): Promise<void> {
  const all = keys.flatMap((key) => [key, previewKey(key)])
  for (let i = 0; i < all.length; i += MOST_DELETED)
    await bucket.delete(all.slice(i, i + MOST_DELETED))
}

export function previewKey(key: string): string {
  return PREVIEW_PREFIX + key.slice(PREFIX.length)
}

/** The file's, of what lies under its letters behind another prefix. */
export function fileKey(key: string, prefix = PREVIEW_PREFIX): string {
  return PREFIX + key.slice(prefix.length)
}

export function lettersOf(key: string): string {
  return key.slice(PREFIX.length)
}

/** Never under a name: like the file itself it has none. */
export async function putPreview(bucket: R2Bucket, key: string, jpeg: Uint8Array): Promise<void> {
  await bucket.put(previewKey(key), jpeg, { httpMetadata: { contentType: 'image/jpeg' } })
}

export async function dropPreview(bucket: R2Bucket, key: string): Promise<void> {
  await bucket.delete(previewKey(key))
}

export async function listKeys(bucket: R2Bucket, cursor?: string, limit = 500): Promise<KeyPage> {
  const page = await bucket.list({ prefix: PREFIX, cursor, limit })
  const keys = page.objects.map(({ key, uploaded }) => ({ key, storedAt: uploaded.getTime() }))
  return page.truncated ? { keys, cursor: page.cursor } : { keys }
}
