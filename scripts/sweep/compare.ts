import { listKeys } from '../../src/storage/attachments.ts'

export interface Differences {
  /** Keys of files that no row names, older than a day. */
  unnamed: string[]
  /** Ids of attachments whose file is not there. */
  missing: string[]
}

const DAY = 86_400_000

/** Reads every file's key and every row once. `now` is epoch milliseconds. */
export async function compareFiles(
  env: Pick<Env, 'DB' | 'FILES'>,
  now: number,
): Promise<Differences> {
  const named = new Map<string, string>()
  for (let after = ''; ; ) {
    const { results } = await env.DB.prepare(
      'select id, key from attachment where key > ? order by key limit 1000',
    )
      .bind(after)
      .all<{ id: string; key: string }>()
    for (const { id, key } of results) named.set(key, id)
    after = results.at(-1)?.key ?? after
    if (results.length < 1000) break
  }
  const unnamed: string[] = []
  for (let cursor: string | undefined; ; ) {
    const page = await listKeys(env.FILES, cursor)
    for (const { key, storedAt } of page.keys)
      if (!named.delete(key) && storedAt <= now - DAY) unnamed.push(key)
    cursor = page.cursor
    if (!cursor) break
  }
  return { unnamed, missing: [...named.values()] }
}

/** R2 deletes up to a thousand keys at once. */
export async function deleteFiles(env: Pick<Env, 'FILES'>, keys: string[]): Promise<void> {
  for (let i = 0; i < keys.length; i += 1000) await env.FILES.delete(keys.slice(i, i + 1000))
}
