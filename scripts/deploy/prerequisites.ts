import type { Settings } from '../../src/domain/city/city.ts'
import { accountId, openProvider, type Provider } from '../provider.ts'
import type { Config } from '../settings.ts'
import type { Shell } from '../shell.ts'
import { type Host, isLoopback, lookAtHost, zoneOf } from './host.ts'
import { FREE, isPaid } from './plan.ts'
import { isSample, senderDomain } from './sender.ts'

export interface Wanted {
  hostname: string
  config: Config
  settings: Pick<Settings, 'sender' | 'manager'>
  /** The operator has seen what stands at the address, and takes it. */
  takeOver: boolean
}

export interface Ready {
  provider: Provider
  account: string
  /** Nothing on loopback. */
  host: Host | undefined
}

/** One thing that must be there before anything is changed. */
interface Check {
  what: string
  /** Gives what is missing with its remedy; nothing where all is well. */
  look: () => Promise<string | undefined>
}

/**
 * Looks at everything that a deployment needs before it changes anything, and says all that is
 * missing at once, each with its remedy.
 */
export async function prerequisites(shell: Shell, wanted: Wanted): Promise<Ready> {
  await signedIn(shell)
  const provider = await openProvider(shell)
  const account = await accountId(provider, shell.env)
  const seen: { host?: Host } = {}
  const checks = [
    ...permissions(provider, account),
    planCheck(provider, account),
    ...addressChecks(shell, { provider, account }, wanted, seen),
    ...mailChecks(provider, wanted),
  ]
  const missing: string[] = []
  for (const { what, look } of checks) {
    const problem = await look().catch((error: Error) => error.message)
    if (problem) missing.push(`- ${what}: ${problem}`)
  }
  if (missing.length > 0)
    throw new Error(`Missing, before anything was changed:\n${missing.join('\n')}`)
  return { provider, account, host: seen.host }
}

/** Whoami fails for many reasons, and hides them behind its JSON. */
async function signedIn(shell: Shell): Promise<void> {
  const { code, out, err } = await shell.wrangler(['whoami', '--json'], '')
  if (code === 0) return
  const cause = `${out}${err}`.trim()
  const remedy = 'Wrangler is not signed in. Run: npx wrangler login'
  const known = !cause || /"loggedIn":\s*false/.test(cause)
  throw new Error(known ? remedy : `Wrangler cannot say who is signed in:\n${cause}\n${remedy}`)
}

const NEEDED = [
  ['d1/database', 'D1: Edit'],
  ['r2/buckets', 'Workers R2 Storage: Edit'],
  ['queues', 'Queues: Edit'],
  ['workers/domains', 'Workers Scripts: Edit'],
] as const

function permissions({ ask }: Provider, account: string): Check[] {
  return NEEDED.map(([path, permission]) => ({
    what: permission,
    look: async () => {
      const answer = await ask(`accounts/${account}/${path}`)
      if (answer.ok) return undefined
      if (answer.code === 10042)
        return 'R2 is not switched on. Do it in the dashboard, R2, then repeat.'
      if (answer.status !== 403) return `the provider answers "${answer.said}". Repeat later.`
      return `the token may not. Give it ${permission}, or run: npx wrangler login`
    },
  }))
}

function planCheck(provider: Provider, account: string): Check {
  const look = async () => ((await isPaid(provider, account)) === false ? FREE : undefined)
  return { what: 'Workers Paid', look }
}

function addressChecks(
  shell: Shell,
  { provider, account }: Pick<Ready, 'provider' | 'account'>,
  { hostname, config, takeOver }: Wanted,
  seen: { host?: Host },
): Check[] {
  if (isLoopback(hostname)) return []
  const look = async () => {
    if (hostname.endsWith('.workers.dev'))
      return 'give a domain of your own: addresses of workers.dev are switched off.'
    const host = await lookAtHost(shell, provider, account, { hostname, worker: config.name })
    seen.host = host
    if (!host.zone)
      return 'no zone of this account holds it. Add the domain: dashboard, Add a domain.'
    if (host.zone.status !== 'active')
      return `the zone ${host.zone.name} is ${host.zone.status}. Set its name servers, then repeat.`
    if (host.taken && !takeOver)
      return `${host.taken} is there now, and a deployment would take its place.
  Choose another address; where it shall go, repeat with --take-over`
    return undefined
  }
  return [{ what: `address ${hostname}`, look }]
}

function mailChecks(provider: Provider, { settings, hostname }: Wanted): Check[] {
  const domain = senderDomain(settings)
  const look = async () => {
    if (isSample(domain))
      return `letters would come from ${domain}, which is a sample. Set manager.email or sender in seed/settings.ts`
    const zone = await zoneOf(provider, domain)
    if (!zone) return 'no zone of this account holds it, so no letter may come from it.'
    const path = `zones/${zone.id}/email/sending/subdomains`
    const answer = await provider.ask<{ name: string; enabled: boolean }[]>(path)
    // who may deploy need not read this: the first letter that fails is seen on the desk
    if (!answer.ok && answer.status === 403) return undefined
    if (answer.ok && answer.result.some(({ name, enabled }) => enabled && name === domain))
      return undefined
    return `it is not set up for sending. Run: npx wrangler email sending enable ${domain}`
  }
  return isLoopback(hostname) ? [] : [{ what: `mail from ${domain}`, look }]
}
