import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { querySql, type Where, whereOf } from './command.ts'
import { copyOfSecrets, readSecrets, writeSecrets } from './deploy/secrets.ts'
import { readConfig } from './settings.ts'
import { explain, main, type Shell } from './shell.ts'
import { readVersions } from './versions.ts'

const HELP = `Changes the master key that wraps the reporters' identities, step by step.

  npm run keys -- rotate            adds a new key; a job rewraps every identity within the hours
  npm run keys -- status --remote   how many identities each key still wraps
  npm run keys -- put               brings the keys of the copy into the Worker, after a failure
  npm run keys -- retire            takes the old keys away, once they wrap nothing any more

Works on the city's copy of the secrets (.secrets/). Keep the old keys in the safe for a year:
older backups are sealed with them.`

const IN_USE = `select key_version as version, count(*) as n from identity where wrapped_key is not null group by 1 order by 1`

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
  const actions = { rotate, status, retire, put: putAgain }
  const action = actions[positionals[0] as keyof typeof actions]
  if (values.help || !action) return explain(shell, HELP, values.help)
  await action(shell, whereOf(values))
  return 0
}

async function rotate(shell: Shell): Promise<void> {
  const known = keysOf(shell)
  const next = Math.max(...Object.keys(known).map(Number)) + 1
  await mayChangeSecrets(shell)
  await put(shell, { ...known, [next]: randomBytes(32).toString('base64url') })
  shell.say(`Key ${next} seals from now on. Put the new copy into the safe.`)
}

async function status(shell: Shell, where: Where): Promise<void> {
  const counts = await inUse(shell, where)
  for (const { version, n } of counts) shell.say(`key ${version}: ${n} identities`)
  if (counts.length === 0) shell.say('There are no identities.')
}

async function retire(shell: Shell): Promise<void> {
  const known = keysOf(shell)
  const newest = String(Math.max(...Object.keys(known).map(Number)))
  const older = (await inUse(shell, '--remote')).filter(({ version }) => String(version) !== newest)
  if (older.length > 0)
    throw new Error(`Key ${older.map(({ version }) => version).join(', ')} still wraps identities`)
  await mayChangeSecrets(shell)
  await put(shell, { [newest]: known[newest] ?? '' }, known)
  shell.say(`Only key ${newest} is left in the Worker. The copy keeps the others as RETIRED_KEYS.`)
}

function inUse(shell: Shell, where: Where) {
  return querySql<{ version: number; n: number }>(shell, where, IN_USE)
}

function keysOf(shell: Shell): Keys {
  const { IDENTITY_KEYS } = readSecrets(copyOfSecrets(shell, readConfig().name))
  if (!IDENTITY_KEYS) throw new Error('Bring the copy of the secrets from the safe into .secrets/')
  return JSON.parse(IDENTITY_KEYS)
}

/** The provider changes no secret after a rollback (10215): looked at before the copy is written. */
async function mayChangeSecrets(shell: Shell): Promise<void> {
  const { running, latest } = await readVersions(shell)
  if (running.id === latest.id) return
  throw new Error(`An older version runs, after a rollback: no secret can be changed until the latest one does.
Nothing was changed, here or there. Deploy the program that shall run, then repeat this:
npm run deploy`)
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
  await putSecrets(shell, { IDENTITY_KEYS })
}

/** From the copy into the Worker, as often as wanted. */
async function putAgain(shell: Shell): Promise<void> {
  await mayChangeSecrets(shell)
  await putSecrets(shell, { IDENTITY_KEYS: JSON.stringify(keysOf(shell)) })
  shell.say('The Worker has the keys of the copy.')
}

async function putSecrets(shell: Shell, secrets: { IDENTITY_KEYS: string }): Promise<void> {
  const { code, out, err } = await shell.wrangler(['secret', 'bulk'], JSON.stringify(secrets))
  if (code === 0) return
  throw new Error(`The copy holds the new keys, the Worker may not. Keep the copy, and run this until it
succeeds: npm run keys -- put\n${out}${err}`)
}

if (import.meta.main) await main(keys)
