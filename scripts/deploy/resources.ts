import { type Runner, runWrangler } from '../command.ts'
import type { Config } from '../settings.ts'

/** Where the database and the files lie: nearer than that there is nothing to be had. */
const LOCATION = 'apac'

/**
 * Makes the database, buckets and queues that the account does not have. Wrangler finds them by
 * the names in wrangler.toml, so no id is written there; made by hand because only so can the
 * place be chosen.
 */
export async function makeMissing(shell: Runner, config: Config): Promise<void> {
  const databases = JSON.parse(await runWrangler(shell, ['d1', 'list', '--json'])) as {
    name: string
  }[]
  if (!databases.some(({ name }) => name === config.database))
    await runWrangler(shell, ['d1', 'create', config.database, '--location', LOCATION])
  for (const bucket of config.buckets)
    await makeUnlessThere(
      shell,
      ['r2', 'bucket', 'info', bucket],
      [...['r2', 'bucket', 'create', bucket], ...['--location', LOCATION]],
    )
  for (const queue of config.queues)
    await makeUnlessThere(shell, ['queues', 'info', queue], ['queues', 'create', queue])
}

async function makeUnlessThere(shell: Runner, look: string[], make: string[]): Promise<void> {
  if ((await shell.wrangler(look, '')).code === 0) return
  await runWrangler(shell, make)
}
