import { and, desc, eq, gte, notInArray, or, sql } from 'drizzle-orm'
import type { Database } from '../src/db/database.ts'
import { setting } from '../src/db/schema/city.ts'
import { identity, outbox } from '../src/db/schema/filing.ts'
import type { State } from '../src/domain/case/complaint.ts'
import { DAY, type Instant } from '../src/domain/time/time.ts'
import type { Stage } from './play.ts'
import type { Demo, DemoReport } from './progress.ts'

/** Key of the setting that says the demo data is complete, and what a newcomer may open. */
const DEMO = 'demo'

/** Letters of the last day that are left for the queue. */
const LETTERS = 8

/** Puts the past's letters away and sets the mark that the demo data is complete. */
export async function finishSeed(stage: Stage, now: Instant): Promise<Demo> {
  await putLettersAway(stage.db, now)
  const demo: Demo = { seed: stage.seed, playedUntil: now, reports: reportsOf(stage) }
  await stage.db.insert(setting).values({ key: DEMO, value: JSON.stringify(demo) })
  return demo
}

/**
 * Ten months of letters would all go out at the first start: they count as sent, except a few of
 * the last day. Only here is a letter put away unsent.
 */
async function putLettersAway(db: Database, now: Instant): Promise<void> {
  const kept = await db
    .select({ id: outbox.id })
    .from(outbox)
    .leftJoin(identity, eq(identity.complaintId, outbox.complaintId))
    .where(
      and(
        eq(outbox.state, 'waiting'),
        gte(outbox.notBefore, now - DAY),
        or(
          eq(outbox.recipient, 'agency'),
          and(eq(outbox.recipient, 'reporter'), identity.hasEmail),
        ),
      ),
    )
    .orderBy(desc(outbox.id))
    .limit(LETTERS)
  const ids = kept.map(({ id }) => id)
  await db
    .update(outbox)
    .set({ state: 'done', doneAt: sql`${outbox.notBefore}` })
    .where(
      and(eq(outbox.state, 'waiting'), ids.length > 0 ? notInArray(outbox.id, ids) : undefined),
    )
}

const SHOWN: readonly State[] = ['awaiting_info', 'awaiting_confirmation', 'in_progress']

/** The latest report in each state in which its reporter has something to do or to see. */
function reportsOf({ cases }: Stage): DemoReport[] {
  const latest = [...cases.values()].sort((a, b) => b.found.complaint.id - a.found.complaint.id)
  return SHOWN.flatMap((state) => {
    const one = latest.find(
      ({ found: { complaint } }) =>
        complaint.state === state && complaint.hasKeyHolder && !complaint.confidential,
    )
    return one ? [{ number: one.found.complaint.reference, key: one.key, state }] : []
  })
}

/** What the finished seed left, or null where there is none or it was interrupted. */
export async function demoOf(db: Database): Promise<Demo | null> {
  const [row] = await db.select().from(setting).where(eq(setting.key, DEMO))
  return row ? (JSON.parse(row.value) as Demo) : null
}
