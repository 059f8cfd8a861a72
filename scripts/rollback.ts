import { parseArgs } from 'node:util'
import { type Runner, runWrangler } from './command.ts'
import { explain, main, type Shell } from './shell.ts'

const HELP = `Brings the program of the deployment before back; the database stays as it is.

  npm run rollback                  to the version before the one that runs
  npm run rollback -- VERSION       to that version
  npm run rollback -- --why "…"     noted with the rollback

Migrations only add, so the version before runs on the database of the one after it.`

interface Deployment {
  created_on: string
  versions: { version_id: string; percentage: number }[]
}

/** npm run rollback */
export async function rollback(shell: Shell, args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { why: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  })
  if (values.help) return explain(shell, HELP, true)
  const version = positionals[0] ?? (await versionBefore(shell))
  const why = values.why ?? 'npm run rollback'
  await runWrangler(shell, ['rollback', version, '--message', why, '--yes'])
  shell.say(`Version ${version} runs again. /sehat names the version that answers.`)
  return 0
}

async function versionBefore(shell: Runner): Promise<string> {
  const deployments = JSON.parse(
    await runWrangler(shell, ['deployments', 'list', '--json']),
  ) as Deployment[]
  const versions = deployments
    .toSorted((a, b) => b.created_on.localeCompare(a.created_on))
    .map((deployment) => deployment.versions[0]?.version_id)
  const [running] = versions
  const before = versions.find((id) => id !== undefined && id !== running)
  if (!before) throw new Error('There is no version before the one that runs')
  return before
}

if (import.meta.main) await main(rollback)
