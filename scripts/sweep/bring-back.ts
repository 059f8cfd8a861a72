import type { KeysAtHand } from '../backup-keys.ts'
import type { Objects } from '../objects.ts'
import { openCopy } from '../restore/copies.ts'
import type { NamedFile } from './compare.ts'

/** Puts files back from copies that were brought down. @returns ids of those that no copy gives */
export async function bringBack(
  files: Objects,
  keys: Pick<KeysAtHand, 'backup'>,
  folder: string,
  wanted: readonly NamedFile[],
): Promise<string[]> {
  const lost: string[] = []
  for (const one of wanted) {
    const bytes = await openCopy(keys, folder, one)
    if (bytes) await files.put(one.key, bytes, one.type)
    else lost.push(one.id)
  }
  return lost
}
