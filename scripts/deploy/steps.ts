import { settings } from '../../seed/settings.ts'
import { inviteAdmin } from '../admin.ts'
import { makeBackupKey } from '../backup-keys.ts'
import { citySql } from '../city-sql.ts'
import { executeSql, querySql, type Runner, runWrangler } from '../command.ts'
import { publicUrl, readConfig } from '../settings.ts'
import type { Shell } from '../shell.ts'
import { writeOutagePage } from './outage-page.ts'
import { makeMissing } from './resources.ts'
import { putMissingSecrets } from './secrets.ts'

export interface Wishes {
  url?: string | undefined
  admin?: string | undefined
  name?: string | undefined
  dryRun: boolean
}

interface Step {
  says: string
  /** Runs on a dry run too. */
  needsNoAccount?: boolean
  run: () => Promise<unknown>
}

/** Every step may be repeated: it does what is missing. The first that fails ends the deployment. */
export async function takeSteps(shell: Shell, wishes: Wishes): Promise<void> {
  const config = readConfig()
  const url = publicUrl(wishes.url ?? (wishes.dryRun ? 'https://lapor.example' : undefined))
  const steps: Step[] = [
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
      says: `City data: ${citySql().length} statements`,
      needsNoAccount: true,
      run: async () => citySql(),
    },
    { says: 'Sign-in: wrangler knows an account', run: () => signedIn(shell) },
    {
      says: `Database ${config.database}, buckets and queues: made where missing, in Asia Pacific`,
      run: () => makeMissing(shell, config),
    },
    {
      says: 'Secrets: made where missing, never replaced',
      run: () => putMissingSecrets(shell, config),
    },
    {
      says: 'Migrations: before the new program, since they only add',
      run: () => runWrangler(shell, ['d1', 'migrations', 'apply', 'DB', '--remote']),
    },
    {
      says: 'City data and the key of the backups: what is there stays',
      run: async () => {
        await executeSql(shell, '--remote', citySql())
        await makeBackupKey(shell, '--remote')
      },
    },
    {
      says: `Program: to ${url} (this needs Workers Paid)`,
      run: () => publish(shell, url),
    },
    {
      says: wishes.admin
        ? `First administrator: ${wishes.admin}`
        : 'First administrator: is there one?',
      run: () => firstAdmin(shell, wishes, url),
    },
    { says: `Health: ${url}/sehat`, run: () => healthy(shell, url) },
  ]
  for (const [i, step] of steps.entries()) {
    const skipped = wishes.dryRun && !step.needsNoAccount
    shell.say(`${i + 1}/${steps.length}  ${step.says}${skipped ? '  (not on a dry run)' : ''}`)
    if (!skipped) await step.run()
  }
  shell.say(wishes.dryRun ? 'Nothing was changed.' : `Tanggap answers at ${url}`)
}

async function signedIn(shell: Runner): Promise<void> {
  const { code } = await shell.wrangler(['whoami', '--json'], '')
  if (code !== 0) throw new Error('Wrangler is not signed in. Run: npx wrangler login')
}

const FREE_PLAN = /100328|CPU limits are not supported/

async function publish(shell: Runner, url: string): Promise<void> {
  const { hostname } = new URL(url)
  if (hostname.endsWith('.workers.dev'))
    throw new Error(
      `${hostname}: give a domain of your own. Addresses of workers.dev are switched off.`,
    )
  const custom = /^localhost$|^127\./.test(hostname) ? [] : ['--domain', hostname]
  const args = ['deploy', '--var', `PUBLIC_URL:${url}`, ...custom]
  const { code, out, err } = await shell.wrangler(args, '')
  if (code === 0) return
  if (FREE_PLAN.test(out + err)) {
    throw new Error(
      `The account is on the free plan. Tanggap needs Workers Paid (5 USD a month): a sign-in takes
more than the free 10 ms of CPU, and mail to any address is sent on that plan only.
Change it under Workers & Pages, Plans, then run this command again.`,
    )
  }
  throw new Error(`wrangler deploy failed:\n${out}${err}`)
}

const ADMINS = `select count(*) as n from membership m join user u on u.id = m.user_id
where m.role = 'admin' and m.until is null and u.disabled_at is null`

async function firstAdmin(shell: Shell, { admin, name }: Wishes, url: string): Promise<void> {
  const [row] = await querySql<{ n: number }>(shell, '--remote', ADMINS.replaceAll('\n', ' '))
  if ((row?.n ?? 0) > 0) return
  if (!admin) {
    shell.say('  There is none yet. Invite one: npm run admin:invite -- ADDRESS --remote')
    return
  }
  const link = await inviteAdmin(shell, '--remote', { email: admin, name: name ?? admin }, url)
  shell.say(`  Give this link to ${admin} alone; it is good once, for seven days:\n  ${link}`)
}

const TRIES = 10

/** A new address takes a moment until it answers. */
async function healthy({ fetch, env, say }: Shell, url: string): Promise<void> {
  for (let i = 0; i < TRIES; i++) {
    const ok = await fetch(`${url}/sehat`).then(
      (response) => response.ok,
      () => false,
    )
    if (ok) return
    await new Promise((resolve) => setTimeout(resolve, Number(env.HEALTH_WAIT ?? 3000)))
  }
  say('  It does not answer yet. A new domain can take minutes; look again by hand.')
}
