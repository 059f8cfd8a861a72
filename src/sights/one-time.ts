import type { Dossier } from '../db/dossier.ts'
import { isSecret } from '../domain/case/visibility.ts'
import type { City } from '../domain/city/city.ts'
import type { Instant } from '../domain/time/time.ts'
import { type ReporterSight, reporterSight } from './reporter.ts'

/** What a link in a letter shows: one question or one closing, and of a secret report not even that. */
export type OneTimeSight = Pick<
  ReporterSight,
  'reference' | 'question' | 'closure' | 'rating' | 'reopenUntil'
> & { secret: boolean }

export function oneTimeSight(d: Dossier, city: City, now: Instant): OneTimeSight {
  const { reference, question, closure, rating, reopenUntil } = reporterSight(d, city, now)
  const secret = isSecret(d.complaint)
  return {
    reference,
    question: secret ? null : question,
    closure: secret ? null : closure,
    rating,
    reopenUntil,
    secret,
  }
}
