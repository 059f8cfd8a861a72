import { backupKeyId } from './backup-key.ts'
import { sealingFor, throughStream } from './backup-seal.ts'

/** For whom files are sealed now: the id of the city's key, or that there is none. */
export async function sealOf(recipient: string | null): Promise<string> {
  return recipient ? backupKeyId(recipient) : 'unsealed'
}

/** As backups are: neither the Worker nor who holds the bucket can look at it. */
export async function sealFile(bytes: Uint8Array, recipient: string | null): Promise<Uint8Array> {
  return recipient ? throughStream(bytes, await sealingFor(recipient)) : bytes
}
