import { and, asc, eq, gte, isNotNull, lt, lte, sql } from 'drizzle-orm'
import type { Instant } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import { attachment, type Preview } from './schema/filing.ts'

const TRIES = 5

const waiting = sql`preview is null and "key" is not null`

/** Counted before it is tried. Null: it is made, given up or erased. */
export async function beginPreview(db: Database, id: string) {
  const [row] = await db
    .update(attachment)
    .set({ previewTries: sql`preview_tries + 1` })
    .where(and(eq(attachment.id, id), waiting, lt(attachment.previewTries, TRIES)))
    .returning({ key: attachment.key, type: attachment.type })
  return row?.key ? { key: row.key, type: row.type } : null
}

/** False: the file was erased meanwhile, and what was made of it must go too. */
export async function finishPreview(db: Database, id: string, preview: Preview): Promise<boolean> {
  const rows = await db
    .update(attachment)
    .set({ preview })
    .where(and(eq(attachment.id, id), isNotNull(attachment.key)))
    .returning({ id: attachment.id })
  return rows.length > 0
}

/** It is not where it was: after a restore, say. */
export async function forgetPreview(db: Database, id: string): Promise<void> {
  await db
    .update(attachment)
    .set({ preview: null, previewTries: 0 })
    .where(and(eq(attachment.id, id), eq(attachment.preview, 'made')))
}

/** The oldest first. */
export async function waitingPreviews(
  db: Database,
  before: Instant,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .select({ id: attachment.id })
    .from(attachment)
    .where(and(waiting, lte(attachment.at, before)))
    .orderBy(asc(attachment.at))
    .limit(limit)
  return rows.map(({ id }) => id)
}

export async function giveUpPreviews(db: Database): Promise<void> {
  await db
    .update(attachment)
    .set({ preview: 'none' })
    .where(and(waiting, gte(attachment.previewTries, TRIES)))
}
