import { causeOf, type Runner } from '../command.ts'
import { type Provider, resultOf } from '../provider.ts'
import { TAG } from '../versions.ts'
import { isLoopback } from './host.ts'
import { FREE } from './prerequisites.ts'

const FREE_PLAN = /100328|CPU limits are not supported/

/** Uploads the program and points these hosts at it; one that is not named is dropped. */
export async function publish(shell: Runner, url: string, others: string[]): Promise<void> {
  const { hostname } = new URL(url)
  const hosts = isLoopback(hostname) ? [] : [hostname, ...others]
  const domains = hosts.flatMap((host) => ['--domain', host])
  const args = ['deploy', '--var', `PUBLIC_URL:${url}`, '--tag', TAG, ...domains]
  const { code, out, err } = await shell.wrangler(args, '')
  if (code === 0) return
  if (FREE_PLAN.test(out + err)) throw new Error(FREE)
  throw new Error(`wrangler deploy failed: ${causeOf(out + err)}`)
}

interface Deployments {
  deployments: { created_on: string; versions: { version_id: string }[] }[]
}

/** The version that answers by the provider's word. */
export async function deployedVersion(
  provider: Provider,
  account: string,
  worker: string,
): Promise<string | undefined> {
  const path = `accounts/${account}/workers/scripts/${worker}/deployments`
  const { deployments } = await resultOf<Deployments>(provider, path)
  const [newest] = deployments.toSorted((a, b) => b.created_on.localeCompare(a.created_on))
  return newest?.versions[0]?.version_id
}
