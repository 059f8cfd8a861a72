import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { querySql, runWrangler, type Where, whereOf } from './command.ts'
import { copyOfSecrets, readSecrets, writeSecrets } from './deploy/secrets.ts'
import { putBack } from './keys/put-back.ts'
import { readConfig } from './settings.ts'
import { explain, main, type Shell } from './shell.ts'

const HELP = `Changes the master key that seals the reporters' identities and access keys, in three steps.

  npm run keys -- rotate            adds a new key; jobs seal everything anew within the hours
  npm run keys -- status --remote   how much each key still seals
  npm run keys -- retire            takes the old keys away, once they seal nothing any more
  npm run keys -- put-back          brings retired keys back, after a restore from before

Works on the city's copy of the secrets (.secrets/). Keep the old keys in the safe for a year:
older backups are sealed with them.`

/** Version 0: access keys from before their hashes were sealed. */
const IN_USE = `select version, sum(identity) as identities, sum(1 - identity) as hashes from (
  select key_version as version, 1 as identity from identity where wrapped_key is not null
  union all
  select cast(iif(length(key_hash) = 64, 0, key_hash) as integer), 0 from complaint where key_hash is not null
) group by 1 order by 1`

type Keys = Record<string, string>

/** npm run keys */
export async function keys(shell: Shell, args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      remote: { type: 'boolean' },
      local: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const actions = { rotate, status, retire, 'put-back': putBack }
  const action = actions[positionals[0] as keyof typeof actions]
  if (values.help || !action) return explain(shell, HELP, values.help)
  await action(shell, whereOf(values))
  return 0
}

async function rotate(shell: Shell): Promise<void> {
  const known = keysOf(shell)
  const next = Math.max(...Object.keys(known).map(Number)) + 1
  await put(shell, { ...known, [next]: randomBytes(32).toString('base64url') })
  shell.say(`Key ${next} seals from now on. Put the new copy into the safe.`)
}

async function status(shell: Shell, where: Where): Promise<void> {
  const counts = await inUse(shell, where)
  for (const { version, identities, hashes } of counts)
    shell.say(`key ${version}: ${identities} identities, ${hashes} access keys`)
  if (counts.length === 0) shell.say('There are no identities and no access keys.')
}

async function retire(shell: Shell): Promise<void> {
  const known = keysOf(shell)
  const newest = String(Math.max(...Object.keys(known).map(Number)))
  const older = (await inUse(shell, '--remote')).filter(({ version }) => String(version) !== newest)
  if (older.length > 0)
    throw new Error(
      `Key ${older.map(({ version }) => version).join(', ')} still seals identities or access keys`,
    )
  await put(shell, { [newest]: known[newest] ?? '' }, known)
  shell.say(`Only key ${newest} is left in the Worker. The copy keeps the others as RETIRED_KEYS.`)
}

function inUse(shell: Shell, where: Where) {
  return querySql<{ version: number; identities: number; hashes: number }>(shell, where, IN_USE)
}

function keysOf(shell: Shell): Keys {
  const { IDENTITY_KEYS } = readSecrets(copyOfSecrets(shell, readConfig().name))
  if (!IDENTITY_KEYS) throw new Error('Bring the copy of the secrets from the safe into .secrets/')
  return JSON.parse(IDENTITY_KEYS)
}

/** Into the copy first: a key that only the Worker knows would be lost with it. */
async function put(shell: Shell, known: Keys, retired?: Keys): Promise<void> {
  const file = copyOfSecrets(shell, readConfig().name)
  const IDENTITY_KEYS = JSON.stringify(known)
  const kept = readSecrets(file)
  // older backups are sealed with them: what was retired before stays beside what is now
  const all = { ...JSON.parse(kept.RETIRED_KEYS ?? '{}'), ...retired }
  const old = retired ? { RETIRED_KEYS: JSON.stringify(all) } : {}
  writeSecrets(file, { ...kept, ...old, IDENTITY_KEYS })
  await runWrangler(shell, ['secret', 'bulk'], JSON.stringify({ IDENTITY_KEYS }))
}

if (import.meta.main) await main(keys)
