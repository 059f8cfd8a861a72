import { fileKey, lettersOf } from './attachments.ts'

/** In the bucket of backups, each under its file's own letters. */
export const COPY_PREFIX = 'files/'
/** R2 takes a thousand at once. */
const MOST_DELETED = 1000

export function copyKey(key: string): string {
  return COPY_PREFIX + lettersOf(key)
}

export function keyOfCopy(copy: string): string {
  return fileKey(copy, COPY_PREFIX)
}

/** Whether a copy lies there under this seal. */
export async function hasCopy(bucket: R2Bucket, key: string, seal: string): Promise<boolean> {
  return (await bucket.head(copyKey(key)))?.customMetadata?.seal === seal
}

export async function putCopy(
  bucket: R2Bucket,
  key: string,
  sealed: Uint8Array,
  seal: string,
): Promise<void> {
  await bucket.put(copyKey(key), sealed, { customMetadata: { seal } })
}

export async function deleteCopies(bucket: R2Bucket, keys: readonly string[]): Promise<void> {
  const copies = keys.map(copyKey)
  for (let i = 0; i < copies.length; i += MOST_DELETED)
    await bucket.delete(copies.slice(i, i + MOST_DELETED))
}
