import { PUBLISH_CITY } from '../../src/db/publish-city.ts'
import { runWrangler } from '../command.ts'
import { publicUrl, readConfig } from '../settings.ts'
import type { Shell } from '../shell.ts'
import { keepAddress } from './address.ts'
import { loadCity, type Standing, standingOf } from './city.ts'
import { cityData } from './city-data.ts'
import { firstAdmin } from './first-admin.ts'
import { healthy } from './health.ts'
import { isLoopback } from './host.ts'
import { writeOutagePage } from './outage-page.ts'
import { FREE, isForFreePlan } from './plan.ts'
import { prerequisites, type Ready } from './prerequisites.ts'
import { deployedVersion, publish } from './program.ts'
import { makeMissing } from './resources.ts'
import { putMissingSecrets } from './secrets.ts'

export interface Wishes {
  url?: string | undefined
  admin?: string | undefined
  name?: string | undefined
  takeOver: boolean
  /** Other addresses of the program go, instead of staying beside the one given. */
  dropOthers: boolean
  dryRun: boolean
  /** A city that says everything itself, instead of the seed's. */
  kosong: boolean
  /** Address of its letters, of a city that is empty. */
  sender?: string | undefined
}

interface Step {
  says: string
  /** Runs on a dry run too. */
  needsNoAccount?: boolean
  /** Something in the account, be it but a part of what it says. */
  changes?: boolean
  run: () => Promise<unknown>
}

/** Every step may be repeated: it does what is missing. The first that fails ends the deployment. */
export async function takeSteps(shell: Shell, wishes: Wishes): Promise<void> {
  const url = publicUrl(wishes.url ?? (wishes.dryRun ? 'https://lapor.example' : undefined))
  const steps = stepsOf(shell, wishes, url)
  for (const [i, step] of steps.entries()) {
    const skipped = wishes.dryRun && !step.needsNoAccount
    shell.say(`${i + 1}/${steps.length}  ${step.says}${skipped ? '  (not on a dry run)' : ''}`)
    if (skipped) continue
    await step.run().catch((error: Error) => {
      const said = isForFreePlan(error.message) ? FREE : error.message
      throw new Error(`${said}\n${standing(steps, i)}`)
    })
  }
  shell.say(wishes.dryRun ? 'Nothing was changed.' : `Tanggap answers at ${url}`)
}

/** What a deployment that ended half-way leaves behind. */
function standing(steps: readonly Step[], at: number): string {
  if (!steps.slice(0, at).some(({ changes }) => changes) && !steps[at]?.changes)
    return 'Nothing was changed in the account. Mend it, and run this command again.'
  return `Step ${at + 1} of ${steps.length} did not end; steps 1 to ${at} stand. Mend what is said above, and
run this command again: it does what is missing.`
}

function stepsOf(shell: Shell, wishes: Wishes, url: string): Step[] {
  const config = readConfig()
  const { hostname } = new URL(url)
  const { settings, statements } = cityData(wishes)
  const count = statements({ cities: 0, empty: 0 }).length
  let ready: Ready | undefined
  let before: Standing | undefined
  const seen = () => {
    if (!ready) throw new Error('The prerequisites were not looked at')
    return ready
  }
  return [
    {
      says: "Outage page: with the city's own ways to report",
      needsNoAccount: true,
      run: async () => writeOutagePage(settings),
    },
    {
      says: 'Build: the program is complete and within limits',
      needsNoAccount: true,
      run: () => runWrangler(shell, ['deploy', '--dry-run', '--outdir=.cache/deploy']),
    },
    {
      says: `City data: ${count} statements`,
      needsNoAccount: true,
      run: async () => count,
    },
    {
      says: 'Prerequisites: sign-in, permissions, plan, address, mail',
      run: async () => {
        const { takeOver } = wishes
        ready = await prerequisites(shell, { hostname, config, settings, takeOver })
        for (const other of ready.host?.ours ?? [])
          shell.say(`  ${wishes.dropOthers ? 'Goes' : 'Stays'}: https://${other}`)
      },
    },
    {
      says: `Database ${config.database}, buckets and queues: made where missing, in Asia Pacific`,
      changes: true,
      run: () => makeMissing(shell, seen().provider, seen().account, config),
    },
    {
      says: 'Secrets: made where missing, never replaced',
      changes: true,
      run: () => putMissingSecrets(shell, config),
    },
    {
      says: 'Migrations: before the new program, since they only add',
      changes: true,
      run: () => runWrangler(shell, ['d1', 'migrations', 'apply', 'DB', '--remote']),
    },
    {
      says: 'City data and the key of the backups: what is there stays',
      changes: true,
      run: async () => {
        before = await standingOf(shell)
        const city = { statements: statements(before), publish: PUBLISH_CITY }
        if (!(await loadCity(shell, config.name, city, before))) shell.say('  Nothing is new.')
      },
    },
    {
      says: `Program: to ${url}`,
      changes: true,
      run: async () => {
        await publish(shell, url, wishes.dropOthers ? [] : (seen().host?.ours ?? []))
        if (!isLoopback(hostname)) keepAddress(url)
      },
    },
    {
      says: wishes.admin
        ? `First administrator: ${wishes.admin}`
        : 'First administrator: is there one?',
      run: async () => {
        if (!before?.admins) await firstAdmin(shell, wishes, url)
      },
    },
    {
      says: `Health: ${url}/sehat`,
      run: async () => {
        const version = await deployedVersion(seen().provider, seen().account, config.name)
        await healthy(shell, url, version)
      },
    },
  ]
}
