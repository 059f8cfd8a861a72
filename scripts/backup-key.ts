import { parseArgs } from 'node:util'
import { makeBackupKey } from './backup-keys.ts'
import { whereOf } from './command.ts'
import { copyOfSecrets } from './deploy/secrets.ts'
import { readConfig } from './settings.ts'
import { explain, main, type Shell } from './shell.ts'

const HELP = `Makes the key that backups are sealed for. The deployment does it where there is none.

  npm run backup:key                    for the local database
  npm run backup:key -- --remote        for the city's
  npm run backup:key -- --remote --new  another one from now on

The public half becomes the setting backupKey. The private half lies in the copy of the secrets
alone (.secrets/): without it no backup can be read. The old ones stay there beside the new one.`

/** npm run backup:key */
export async function backupKey(shell: Shell, args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      remote: { type: 'boolean' },
      local: { type: 'boolean' },
      new: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) return explain(shell, HELP, true)
  const id = await makeBackupKey(shell, whereOf(values), values.new)
  const file = copyOfSecrets(shell, values.remote ? readConfig().name : 'local')
  shell.say(
    id
      ? `Backups are sealed for key ${id} from now on. Put ${file} into the safe.`
      : 'There is a key already. Another one: npm run backup:key -- --new',
  )
  return 0
}

if (import.meta.main) await main(backupKey)
