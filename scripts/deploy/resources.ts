import { runWrangler } from '../command.ts'
import { type Provider, resultOf } from '../provider.ts'
import type { Config } from '../settings.ts'
import type { Shell } from '../shell.ts'

/** Where the database and the files lie: nearer than that there is nothing to be had. */
const LOCATION = 'apac'

/**
 * Makes the database, buckets and queues that the account does not have. Wrangler finds them by
 * the names in wrangler.toml, so no id is written there; made by hand because only so can the
 * place be chosen.
 */
export async function makeMissing(
  shell: Shell,
  provider: Provider,
  account: string,
  { database, buckets, queues }: Config,
): Promise<void> {
  const at = `accounts/${account}`
  const [databases, bucketList, queueList] = await Promise.all([
    resultOf<{ name: string }[]>(provider, `${at}/d1/database?per_page=100&name=${database}`),
    resultOf<{ buckets: { name: string }[] }>(provider, `${at}/r2/buckets?per_page=1000`),
    resultOf<{ queue_name: string }[]>(provider, `${at}/queues?per_page=100`),
  ])
  if (!databases.some(({ name }) => name === database))
    await runWrangler(shell, ['d1', 'create', database, '--location', LOCATION])
  for (const bucket of missing(buckets, bucketList.buckets.map(nameOf)))
    await runWrangler(shell, ['r2', 'bucket', 'create', bucket, '--location', LOCATION])
  for (const queue of missing(queues, queueList.map(nameOfQueue)))
    await runWrangler(shell, ['queues', 'create', queue])
}

function missing(wanted: string[], there: string[]): string[] {
  return wanted.filter((name) => !there.includes(name))
}

function nameOf({ name }: { name: string }): string {
  return name
}

function nameOfQueue({ queue_name }: { queue_name: string }): string {
  return queue_name
}
