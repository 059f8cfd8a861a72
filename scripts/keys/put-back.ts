import { readSecrets, writeSecrets } from '../deploy/secrets.ts'
import type { Shell } from '../shell.ts'
import { copyFile, type Keys, keysOf, mayChangeSecrets, putSecrets } from './worker.ts'

/**
 * Retired master keys go back into the Worker, for a database that was restored from before they
 * were retired. The newest seals as before; the jobs seal anew what the others seal.
 */
export async function putBack(shell: Shell): Promise<void> {
  const known = keysOf(shell)
  const kept = readSecrets(copyFile(shell))
  const retired = JSON.parse(kept.RETIRED_KEYS ?? '{}') as Keys
  const back = Object.keys(retired).filter((version) => known[version] === undefined)
  if (back.length === 0) throw new Error('The copy holds no retired key: nothing was changed')
  await mayChangeSecrets(shell)
  // what stands in the copy as current is never replaced by what was retired under its number
  const IDENTITY_KEYS = JSON.stringify({ ...retired, ...known })
  writeSecrets(copyFile(shell), { ...kept, IDENTITY_KEYS })
  await putSecrets(shell, { IDENTITY_KEYS })
  shell.say(`Key ${back.join(', ')} opens again. Once it seals nothing: npm run keys -- retire`)
}
