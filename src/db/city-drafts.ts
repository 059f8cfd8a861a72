import { and, eq, lt, sql } from 'drizzle-orm'
import { type DraftState, type Found, NOTHING_FOUND } from '../domain/city/drafts.ts'
import type { Noun } from '../domain/city/sheets/sheet.ts'
import type { Instant } from '../domain/time/time.ts'
import type { PlaceCursor } from './clock-sweeps.ts'
import type { Database } from './database.ts'
import { cityDraft } from './schema/city.ts'

export interface CityDraft {
  id: number
  at: Instant
  /** 'staff:<id>' */
  by: string
  noun: Noun
  /** Null: a new row. */
  rowId: number | null
  typed: Record<string, string>
  seen: number
  state: DraftState
  version: number
  after: PlaceCursor | undefined
  found: Found
  seq: number | null
}

type Row = typeof cityDraft.$inferSelect

function draftOf(row: Row): CityDraft {
  return {
    ...row,
    noun: row.noun as Noun,
    typed: JSON.parse(row.typed) as Record<string, string>,
    after: row.after === null ? undefined : (JSON.parse(row.after) as PlaceCursor),
    found: JSON.parse(row.found) as Found,
  }
}

type Given = Pick<CityDraft, 'at' | 'by' | 'noun' | 'rowId' | 'typed' | 'seen' | 'version'>

/** `reckons`: dates hang on it. */
export async function beginDraft(db: Database, given: Given, reckons: boolean): Promise<number> {
  const [made] = await db
    .insert(cityDraft)
    .values({
      ...given,
      typed: JSON.stringify(given.typed),
      state: reckons ? 'reckoning' : 'ready',
      found: JSON.stringify(NOTHING_FOUND),
    })
    .returning({ id: cityDraft.id })
  return made?.id ?? 0
}

export async function draftById(db: Database, id: number): Promise<CityDraft | null> {
  const [row] = await db.select().from(cityDraft).where(eq(cityDraft.id, id))
  return row ? draftOf(row) : null
}

export async function draftsAtWork(db: Database, limit: number): Promise<CityDraft[]> {
  const rows = await db
    .select()
    .from(cityDraft)
    .where(sql`state = 'reckoning'`)
    .orderBy(cityDraft.id)
    .limit(limit)
  return rows.map(draftOf)
}

/** A step written down; false where somebody else took it, or it began anew. */
export async function keepStep(
  db: Database,
  draft: Pick<CityDraft, 'id' | 'found' | 'version'>,
  next: { after: PlaceCursor | undefined; found: Found; over: boolean },
): Promise<boolean> {
  const kept = await db
    .update(cityDraft)
    .set({
      after: next.after ? JSON.stringify(next.after) : null,
      found: JSON.stringify(next.found),
      ...(next.over ? { state: 'ready' as const } : {}),
    })
    .where(
      and(
        eq(cityDraft.id, draft.id),
        eq(cityDraft.state, 'reckoning'),
        eq(cityDraft.version, draft.version),
        eq(cityDraft.found, JSON.stringify(draft.found)),
      ),
    )
    .returning({ id: cityDraft.id })
  return kept.length > 0
}

/** The city is another: what was found is found anew. */
export async function beginAnew(db: Database, id: number, version: number): Promise<void> {
  await db
    .update(cityDraft)
    .set({ state: 'reckoning', after: null, found: JSON.stringify(NOTHING_FOUND), version })
    .where(and(eq(cityDraft.id, id), sql`state <> 'saved'`))
}

export async function markSaved(db: Database, id: number, seq: number | null): Promise<void> {
  await db.update(cityDraft).set({ state: 'saved', seq }).where(eq(cityDraft.id, id))
}

/** Drafts that nobody needs any more: what became of them is on record. */
export async function purgeDrafts(db: Database, before: Instant): Promise<void> {
  await db.delete(cityDraft).where(lt(cityDraft.at, before))
}
