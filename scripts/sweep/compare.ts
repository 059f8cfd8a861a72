import { sha256Hex } from '../../src/seal/digest.ts'
import { listKeys } from '../../src/storage/attachments.ts'

export interface Differences {
  /** Keys of files that no row names, older than a day. */
  unnamed: string[]
  /** Ids of attachments whose file is not there: also where the bucket lists it and gives nothing. */
  missing: string[]
  /** Ids of attachments whose file is not the one that was stored. */
  damaged: string[]
}

const DAY = 86_400_000

/**
 * Reads every file and every row once: a list of keys is no proof that there is a file behind each.
 * `now` is epoch milliseconds.
 */
export async function compareFiles(
  env: Pick<Env, 'DB' | 'FILES'>,
  now: number,
): Promise<Differences> {
  const named = new Map<string, Named>()
  for (let after = ''; ; ) {
    const { results } = await env.DB.prepare(
      'select id, key, digest from attachment where key > ? order by key limit 1000',
    )
      .bind(after)
      .all<Named & { key: string }>()
    for (const { key, id, digest } of results) named.set(key, { id, digest })
    after = results.at(-1)?.key ?? after
    if (results.length < 1000) break
  }
  const { missing, damaged } = await readAll(env, named)
  const unnamed: string[] = []
  for (let cursor: string | undefined; ; ) {
    const page = await listKeys(env.FILES, cursor)
    for (const { key, storedAt } of page.keys)
      if (!named.has(key) && storedAt <= now - DAY) unnamed.push(key)
    cursor = page.cursor
    if (!cursor) break
  }
  return { unnamed, missing, damaged }
}

interface Named {
  id: string
  /** SHA-256 of the file, hexadecimal. */
  digest: string
}

async function readAll({ FILES }: Pick<Env, 'FILES'>, named: ReadonlyMap<string, Named>) {
  const missing: string[] = []
  const damaged: string[] = []
  for (const [key, { id, digest }] of named) {
    const bytes = await bytesOf(FILES, key).catch(() => null)
    if (bytes === null) missing.push(id)
    else if ((await sha256Hex(bytes)) !== digest) damaged.push(id)
  }
  return { missing, damaged }
}

async function bytesOf(bucket: R2Bucket, key: string): Promise<Uint8Array | null> {
  const object = await bucket.get(key)
  return object && new Uint8Array(await object.arrayBuffer())
}

/** R2 deletes up to a thousand keys at once. */
export async function deleteFiles(env: Pick<Env, 'FILES'>, keys: string[]): Promise<void> {
  for (let i = 0; i < keys.length; i += 1000) await env.FILES.delete(keys.slice(i, i + 1000))
}
