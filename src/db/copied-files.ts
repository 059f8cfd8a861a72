export interface StoredFileRow {
  /** Rows lie in the order in which they came. */
  place: number
  id: string
  key: string
  bytes: number
}

/** Files behind a place, with where the last row of all lies. */
export async function filesBehind(
  d1: D1Database,
  after: number,
  limit: number,
): Promise<{ files: StoredFileRow[]; last: number }> {
  const [files, last] = await d1.batch<StoredFileRow & { last: number | null }>([
    d1
      .prepare(
        `select rowid as place, id, "key", bytes from attachment
          where rowid > ?1 and "key" is not null order by rowid limit ?2`,
      )
      .bind(after, limit),
    d1.prepare('select max(rowid) as last from attachment'),
  ])
  return { files: files?.results ?? [], last: last?.results[0]?.last ?? 0 }
}
