import { backupKeyId } from '../seal/backup-key.ts'
import { sealingFor, throughStream } from '../seal/backup-seal.ts'
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

/** For whom copies are sealed now; `unsealed` where the city has no key. */
export async function sealOf(recipient: string | null): Promise<string> {
  return recipient ? backupKeyId(recipient) : 'unsealed'
}

/** Whether a copy lies there, sealed for the key of now. */
export async function hasCopy(bucket: R2Bucket, key: string, seal: string): Promise<boolean> {
  return (await bucket.head(copyKey(key)))?.customMetadata?.seal === seal
}

/** Sealed as backups are: neither the Worker nor who holds the bucket can look at it. */
export async function putCopy(
  bucket: R2Bucket,
  key: string,
  bytes: Uint8Array,
  recipient: string | null,
): Promise<void> {
  const sealed = recipient ? await throughStream(bytes, await sealingFor(recipient)) : bytes
  const customMetadata = { seal: await sealOf(recipient) }
  await bucket.put(copyKey(key), sealed, { customMetadata })
}

export async function deleteCopies(bucket: R2Bucket, keys: readonly string[]): Promise<void> {
  const copies = keys.map(copyKey)
  for (let i = 0; i < copies.length; i += MOST_DELETED)
    await bucket.delete(copies.slice(i, i + MOST_DELETED))
}
