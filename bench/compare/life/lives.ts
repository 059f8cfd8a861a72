import { caseFiles, queues } from '../crawl/desk-pages.ts'
import type { Sample } from '../crawl/samples.ts'
import type { Visitor } from '../crawl/visitor.ts'
import { approved } from './approved.ts'
import { byLetter } from './by-letter.ts'
import { atTheCounter } from './counter.ts'
import { anonymous, confidential, supervisory } from './hidden.ts'
import { office } from './office.ts'
import type { City } from './reports.ts'
import { timePasses } from './time-passes.ts'
import { ended, joined, returned } from './together.ts'
import { usual } from './usual.ts'

/** Every command, by its forms; then weeks pass, and what is left of it all is looked at. */
export async function lives(visitor: Visitor, city: City, samples: Sample[]): Promise<void> {
  const all = [usual, approved, anonymous, supervisory, confidential, joined, returned, ended]
  for (const live of [...all, atTheCounter, byLetter]) await live(visitor, city)
  await visitor.job('clocks', { kind: 'cron', cron: '*/5 * * * *' })
  await visitor.job('letters', { kind: 'letters' })
  await office(visitor, city)
  await timePasses(visitor)
  const some = samples.filter((_, i) => i % 5 === 0)
  await caseFiles(visitor, some, ['staff:verifikator', 'staff:penghubung.dishub'])
  await queues(visitor)
}
