import { parseArgs } from 'node:util'
import { whereOf } from './command.ts'
import { check } from './keys/check.ts'
import { make } from './keys/make.ts'
import { put } from './keys/put.ts'
import { putBack } from './keys/put-back.ts'
import { retire } from './keys/retire.ts'
import { rotate } from './keys/rotate.ts'
import { status } from './keys/status.ts'
import { explain, main, type Shell } from './shell.ts'

const HELP = `Changes the master key that seals the reporters' identities and access keys, and other secrets.

  npm run keys -- rotate            adds a new key; jobs seal everything anew within the hours
  npm run keys -- status --remote   how much each key still seals
  npm run keys -- retire            takes the old keys away, once they seal nothing any more
  npm run keys -- put-back          brings retired keys back, after a restore from before
  npm run keys -- check             whether the copy is what the Worker has (--url, else PUBLIC_URL)
  npm run keys -- put               brings the secrets of the copy into the Worker
  npm run keys -- make AUTH_SECRET  makes one secret anew: docs/operations.md says what that costs

Works on the city's copy of the secrets (.secrets/). Keep the old keys in the safe for a year:
older backups are sealed with them.`

/** npm run keys */
export async function keys(shell: Shell, args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      remote: { type: 'boolean' },
      local: { type: 'boolean' },
      url: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const [action, name] = positionals
  const actions: Record<string, () => Promise<unknown>> = {
    rotate: () => rotate(shell),
    status: () => status(shell, whereOf(values)),
    retire: () => retire(shell),
    put: () => put(shell),
    'put-back': () => putBack(shell),
    make: () => make(shell, name),
    check: () => check(shell, values.url),
  }
  const act = actions[action ?? '']
  if (values.help || !act) return explain(shell, HELP, values.help)
  const ended = await act()
  return typeof ended === 'number' ? ended : 0
}

if (import.meta.main) await main(keys)
