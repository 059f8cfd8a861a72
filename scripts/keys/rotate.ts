import { randomBytes } from 'node:crypto'
import { readSecrets, writeSecrets } from '../deploy/secrets.ts'
import type { Shell } from '../shell.ts'
import { copyFile, keysOf, mayChangeSecrets, newestOf, putSecrets } from './worker.ts'

/** Adds a master key, which seals from then on. */
export async function rotate(shell: Shell): Promise<void> {
  const known = keysOf(shell)
  const next = newestOf(known) + 1
  await mayChangeSecrets(shell)
  const IDENTITY_KEYS = JSON.stringify({
    ...known,
    [next]: randomBytes(32).toString('base64url'),
  })
  writeSecrets(copyFile(shell), { ...readSecrets(copyFile(shell)), IDENTITY_KEYS })
  await putSecrets(shell, { IDENTITY_KEYS })
  shell.say(`Key ${next} seals from now on. Put the new copy into the safe.`)
}
