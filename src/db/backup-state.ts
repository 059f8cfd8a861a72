import type { IsoDate } from '../domain/time/time.ts'

/** What every backup and every set of changes is made with. */
export interface BackupState {
  /** Public key that they are sealed for; null where the city has none yet. */
  recipient: string | null
  /** Name of the last migration. */
  schema: string
  firstDigest: IsoDate | null
}

export async function backupState(d1: D1Database): Promise<BackupState> {
  const [key, last, first] = await d1.batch<{ value: string }>([
    d1.prepare(`select value from setting where key = 'backupKey'`),
    d1.prepare('select name as value from d1_migrations order by id desc limit 1'),
    d1.prepare('select min(day) as value from day_digest'),
  ])
  const [json, schema] = [key?.results[0]?.value, last?.results[0]?.value]
  return {
    recipient: json ? (JSON.parse(json) as string) : null,
    schema: schema ?? '',
    firstDigest: first?.results[0]?.value ?? null,
  }
}
