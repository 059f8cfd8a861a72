import { runWrangler } from '../command.ts'
import { copyOfSecrets, readSecrets, writeSecrets } from '../deploy/secrets.ts'
import { readConfig } from '../settings.ts'
import type { Shell } from '../shell.ts'

/**
 * Retired master keys go back into the Worker, for a database that was restored from before they
 * were retired. The newest seals as before; the job wraps anew what the others wrap.
 */
export async function putBack(shell: Shell): Promise<void> {
  const file = copyOfSecrets(shell, readConfig().name)
  const kept = readSecrets(file)
  if (!kept.IDENTITY_KEYS)
    throw new Error('Bring the copy of the secrets from the safe into .secrets/')
  const known = JSON.parse(kept.IDENTITY_KEYS) as Record<string, string>
  const retired = JSON.parse(kept.RETIRED_KEYS ?? '{}') as Record<string, string>
  const back = Object.keys(retired).filter((version) => known[version] === undefined)
  if (back.length === 0) throw new Error('The copy holds no retired key: nothing was changed')
  // what stands in the copy as current is never replaced by what was retired under its number
  const IDENTITY_KEYS = JSON.stringify({ ...retired, ...known })
  writeSecrets(file, { ...kept, IDENTITY_KEYS })
  await runWrangler(shell, ['secret', 'bulk'], JSON.stringify({ IDENTITY_KEYS }))
  shell.say(`Key ${back.join(', ')} opens again. Once it wraps nothing: npm run keys -- retire`)
}
