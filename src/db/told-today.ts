import { and, between, inArray } from 'drizzle-orm'
import type { LetterName } from '../domain/case/letters.ts'
import { dateOf } from '../domain/time/time.ts'
import type { Surroundings } from './run-command.ts'
import { outbox } from './schema/filing.ts'

/** Of letters of these names about a report: to whom those go that were written for today. */
export async function toldToday(
  { db, city, now }: Pick<Surroundings, 'db' | 'city' | 'now'>,
  complaintId: number,
  names: readonly LetterName[],
): Promise<{ to: string; agencyId: number | null }[]> {
  const letters = await db
    .select({ to: outbox.recipient, agencyId: outbox.agencyId, at: outbox.notBefore })
    .from(outbox)
    .where(
      and(
        between(outbox.dedupe, `${complaintId}:`, `${complaintId};`),
        inArray(outbox.template, [...names]),
      ),
    )
  const today = dateOf(now, city.settings.offset)
  return letters.filter(({ at }) => dateOf(at, city.settings.offset) === today)
}
