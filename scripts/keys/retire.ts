import { readSecrets, writeSecrets } from '../deploy/secrets.ts'
import type { Shell } from '../shell.ts'
import { inUse } from './status.ts'
import { copyFile, keysOf, mayChangeSecrets, newestOf, putSecrets } from './worker.ts'

/** Takes all but the newest out of the Worker, once they seal nothing. */
export async function retire(shell: Shell): Promise<void> {
  const known = keysOf(shell)
  const newest = String(newestOf(known))
  const older = (await inUse(shell, '--remote')).filter(({ version }) => String(version) !== newest)
  if (older.length > 0)
    throw new Error(
      `Key ${older.map(({ version }) => version).join(', ')} still seals identities or access keys`,
    )
  await mayChangeSecrets(shell)
  const kept = readSecrets(copyFile(shell))
  const IDENTITY_KEYS = JSON.stringify({ [newest]: known[newest] })
  // older backups are sealed with them: what was retired before stays beside what is now
  const retired = { ...JSON.parse(kept.RETIRED_KEYS ?? '{}'), ...known }
  const RETIRED_KEYS = JSON.stringify(retired)
  writeSecrets(copyFile(shell), { ...kept, RETIRED_KEYS, IDENTITY_KEYS })
  await putSecrets(shell, { IDENTITY_KEYS })
  shell.say(`Only key ${newest} is left in the Worker. The copy keeps the others as RETIRED_KEYS.`)
}
