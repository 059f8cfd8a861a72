import { type Runner, runWrangler } from '../command.ts'
import { type Provider, resultOf } from '../provider.ts'
import { TAG } from '../versions.ts'
import { isLoopback } from './host.ts'

/** Uploads the program and points these hosts at it; one that is not named is dropped. */
export async function publish(shell: Runner, url: string, others: string[]): Promise<void> {
  const { hostname } = new URL(url)
  const hosts = isLoopback(hostname) ? [] : [hostname, ...others]
  const domains = hosts.flatMap((host) => ['--domain', host])
  const args = ['deploy', '--var', `PUBLIC_URL:${url}`, '--tag', TAG, ...domains]
  await runWrangler(shell, args)
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
