import { parseArgs } from 'node:util'
import { runWrangler } from './command.ts'
import { explain, main, type Shell } from './shell.ts'
import { programOf, readVersions, type Version, type Versions } from './versions.ts'

const HELP = `Brings the program of the deployment before back; the database stays as it is.

  npm run rollback                  to the version before the one that runs
  npm run rollback -- VERSION       to that version
  npm run rollback -- --why "…"     noted with the rollback

Only versions that a deployment brought count. Where secrets were changed since, it stops.
Migrations only add, so the version before runs on the database of the one after it.`

/** npm run rollback */
export async function rollback(shell: Shell, args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { why: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  })
  if (values.help) return explain(shell, HELP, true)
  const versions = await readVersions(shell)
  const target = positionals[0] ? named(versions, positionals[0]) : versionBefore(versions)
  refuseOtherSecrets(versions, target)
  const why = values.why ?? 'npm run rollback'
  await runWrangler(shell, ['rollback', target.id, '--message', why, '--yes'])
  shell.say(`Version ${target.id} runs again. /sehat names the version that answers.`)
  return 0
}

function named({ all }: Versions, id: string): Version {
  const version = all.find((one) => one.id === id)
  if (!version?.wasDeployed) throw new Error(`${id} is no version that ever ran`)
  if (!version.isProgram) throw new Error(`${id} is no version of the program`)
  return version
}

function versionBefore(versions: Versions): Version {
  const program = programOf(versions, versions.running)
  const before = versions.all.find(
    (one) => one.isProgram && one.wasDeployed && one.number < (program?.number ?? 0),
  )
  if (!before) throw new Error('There is no version of the program before the one that runs')
  return before
}

/**
 * A version holds the secrets of its time, and wrangler brings them back without asking where
 * nobody sits at a terminal: a key that seals identities today would be gone.
 */
function refuseOtherSecrets({ all, running }: Versions, target: Version): void {
  const [from, to] = [target.number, running.number].toSorted((a, b) => a - b)
  const changed = all.some(
    ({ isProgram, number }) => !isProgram && number > (from ?? 0) && number <= (to ?? 0),
  )
  if (!changed) return
  throw new Error(`Secrets were changed between that version and the one that runs. A rollback would bring
the old ones back. Nothing was changed. Check the older program out instead, and deploy it:
git checkout TAG && npm run deploy`)
}

if (import.meta.main) await main(rollback)
