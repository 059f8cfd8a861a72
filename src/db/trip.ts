import type { BatchItem, BatchResponse } from 'drizzle-orm/batch'
import type { Database } from './database.ts'

type Query = BatchItem<'sqlite'>

/** A question that may travel with others, and how its answer is read. */
export interface Asked<T> {
  queries: readonly Query[]
  read: (answers: readonly unknown[]) => T
}

/** No two columns of one query may have one name: a batch would lose the first. */
export function asked<const Q extends readonly Query[], T>(
  queries: Q,
  read: (answers: BatchResponse<Q>) => T,
): Asked<T> {
  return { queries, read: (answers) => read(answers as BatchResponse<Q>) }
}

/** Travels along where nothing is asked. */
export const NOTHING: Asked<null> = asked([], () => null)

/** The same question, its answer read further. */
export function following<A, T>({ queries, read }: Asked<A>, next: (answer: A) => T): Asked<T> {
  return { queries, read: (answers) => next(read(answers)) }
}

type Answers<A extends readonly Asked<unknown>[]> = {
  -readonly [I in keyof A]: A[I] extends Asked<infer T> ? T : never
}

/** Asks all of it in one round trip, of one snapshot. */
export async function oneTrip<const A extends readonly Asked<unknown>[]>(
  db: Database,
  questions: A,
): Promise<Answers<A>> {
  const [first, ...others] = questions.flatMap(({ queries }) => queries)
  const answers: readonly unknown[] = first ? await db.batch([first, ...others]) : []
  let begin = 0
  return questions.map(({ queries, read }) => {
    const own = answers.slice(begin, begin + queries.length)
    begin += queries.length
    return read(own)
  }) as Answers<A>
}
