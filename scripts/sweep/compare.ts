import { sha256Hex } from '../../src/seal/digest.ts'
import { listKeys } from '../../src/storage/attachments.ts'
import type { Objects } from '../objects.ts'

/** A row that names a file. */
export interface NamedFile {
  id: string
  key: string
  type: string
  /** SHA-256 of the file, hexadecimal. */
  digest: string
}

/** Rows that name files behind a key, in order; `limit` of them while there are more. */
export type NamedRows = (after: string, limit: number) => Promise<NamedFile[]>

export interface Differences {
  named: NamedFile[]
  /** Their file is not there: also where the bucket lists it and gives nothing. */
  missing: NamedFile[]
  /** Their file is not the one that was stored. */
  damaged: NamedFile[]
}

const DAY = 86_400_000
const ROWS = 1000

export function namedSql(after: string, limit: number): string {
  const from = `'${after.replaceAll("'", "''")}'`
  return `select id, "key", type, digest from attachment where "key" > ${from} order by "key" limit ${limit}`
}

/** Reads every file once: a list of keys is no proof that there is a file behind each. */
export async function compareFiles(
  rows: NamedRows,
  { get }: Pick<Objects, 'get'>,
): Promise<Differences> {
  const named: NamedFile[] = []
  for (let page = await rows('', ROWS); page.length > 0; ) {
    named.push(...page)
    if (page.length < ROWS) break
    page = await rows(page.at(-1)?.key ?? '', ROWS)
  }
  const found: Differences = { named, missing: [], damaged: [] }
  for (const one of named) {
    const bytes = await get(one.key)
    if (bytes === null) found.missing.push(one)
    else if ((await sha256Hex(bytes)) !== one.digest) found.damaged.push(one)
  }
  return found
}

/** Keys of files that no row names, older than a day. `now` is epoch milliseconds. */
export async function unnamedFiles(
  bucket: R2Bucket,
  named: readonly NamedFile[],
  now: number,
): Promise<string[]> {
  const known = new Set(named.map(({ key }) => key))
  const unnamed: string[] = []
  for (let cursor: string | undefined; ; ) {
    const page = await listKeys(bucket, cursor)
    for (const { key, storedAt } of page.keys)
      if (!known.has(key) && storedAt <= now - DAY) unnamed.push(key)
    cursor = page.cursor
    if (!cursor) return unnamed
  }
}

/** R2 deletes up to a thousand keys at once. */
export async function deleteFiles(bucket: R2Bucket, keys: string[]): Promise<void> {
  for (let i = 0; i < keys.length; i += 1000) await bucket.delete(keys.slice(i, i + 1000))
}
