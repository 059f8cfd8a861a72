import { LOCAL_STATE, refuseBesideServer } from './restore/in-use.ts'

/**
 * The local database and buckets, as wrangler keeps them, for one piece of work. Nothing else may
 * have them open at the same time: throws Error in words where a server has.
 * @param state wrangler's folder of local state; .wrangler/state unless given
 */
export async function withLocal<T>(
  work: (env: Pick<Env, 'DB' | 'FILES' | 'BACKUPS'>) => Promise<T>,
  state?: string,
): Promise<T> {
  refuseBesideServer(state ?? LOCAL_STATE)
  // heavy, and of no use to what talks to an account
  const { getPlatformProxy } = await import('wrangler')
  const persist = state ? { path: `${state}/v3` } : true
  const { env, dispose } = await getPlatformProxy<Env>({ envFiles: [], persist })
  try {
    return await work(env)
  } finally {
    await dispose()
  }
}
