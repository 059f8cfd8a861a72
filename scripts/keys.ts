import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { main, querySql, runWrangler, type Where, whereOf } from './command.ts'
import { copyOfSecrets, readSecrets, writeSecrets } from './deploy/secrets.ts'
import { readConfig } from './settings.ts'

const HELP = `Changes the master key that wraps the reporters' identities, in three steps.

  npm run keys -- rotate            adds a new key; a job rewraps every identity within the hours
  npm run keys -- status --remote   how many identities each key still wraps
  npm run keys -- retire            takes the old keys away, once they wrap nothing any more

Works on the city's copy of the secrets (.secrets/). Keep the old keys in the safe for a year:
older backups are sealed with them.`

const IN_USE = `select key_version as version, count(*) as n from identity where wrapped_key is not null group by 1 order by 1`

type Keys = Record<string, string>

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    remote: { type: 'boolean' },
    local: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
})
const actions = { rotate, status, retire }
const action = actions[positionals[0] as keyof typeof actions]

if (values.help || !action) {
  console.log(HELP)
  process.exitCode = values.help ? 0 : 1
} else await main(action)

async function rotate(): Promise<void> {
  const keys = keysOf()
  const next = Math.max(...Object.keys(keys).map(Number)) + 1
  await put({ ...keys, [next]: randomBytes(32).toString('base64url') })
  console.log(`Key ${next} seals from now on. Put the new copy into the safe.`)
}

async function status(): Promise<void> {
  const counts = await inUse(whereOf(values))
  for (const { version, n } of counts) console.log(`key ${version}: ${n} identities`)
  if (counts.length === 0) console.log('There are no identities.')
}

async function retire(): Promise<void> {
  const keys = keysOf()
  const newest = String(Math.max(...Object.keys(keys).map(Number)))
  const older = (await inUse('--remote')).filter(({ version }) => String(version) !== newest)
  if (older.length > 0)
    throw new Error(`Key ${older.map(({ version }) => version).join(', ')} still wraps identities`)
  await put({ [newest]: keys[newest] ?? '' }, keys)
  console.log(
    `Only key ${newest} is left in the Worker. The copy keeps the others as RETIRED_KEYS.`,
  )
}

function inUse(where: Where) {
  return querySql<{ version: number; n: number }>(where, IN_USE)
}

function keysOf(): Keys {
  const { IDENTITY_KEYS } = readSecrets(copyOfSecrets(readConfig().name))
  if (!IDENTITY_KEYS) throw new Error('Bring the copy of the secrets from the safe into .secrets/')
  return JSON.parse(IDENTITY_KEYS)
}

/** Into the copy first: a key that only the Worker knows would be lost with it. */
async function put(keys: Keys, retired?: Keys): Promise<void> {
  const file = copyOfSecrets(readConfig().name)
  const IDENTITY_KEYS = JSON.stringify(keys)
  const old = retired ? { RETIRED_KEYS: JSON.stringify(retired) } : {}
  writeSecrets(file, { ...readSecrets(file), ...old, IDENTITY_KEYS })
  await runWrangler(['secret', 'bulk'], JSON.stringify({ IDENTITY_KEYS }))
}
