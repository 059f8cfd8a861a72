import type { eq } from 'drizzle-orm'
import type { finishSeed } from '../../seed/finish.ts'
import type { playSteps, Stage, setStage } from '../../seed/play.ts'
import type { stories } from '../../seed/stories/index.ts'
import type { publishCity } from '../../src/db/publish-city.ts'
import type { agency, setting } from '../../src/db/schema/city.ts'
import type { runSchedule } from '../../src/jobs/schedule.ts'
import { freeze } from './frozen.ts'
import { APPROVING } from './job.ts'

/** The parts of the seed, each of the checkout that is seeded. */
interface Seed {
  eq: typeof eq
  finishSeed: typeof finishSeed
  playSteps: typeof playSteps
  setStage: typeof setStage
  stories: typeof stories
  publishCity: typeof publishCity
  runSchedule: typeof runSchedule
  agency: typeof agency
  setting: typeof setting
}

/** How far it is, and at the end the access key of each report by its number. */
export interface Seeded {
  done: number
  total: number
  keys?: Record<string, string>
}

let stage: Promise<Stage> | undefined

/** Plays `count` steps from `from` on as seen at `now`. */
export function seeding(seed: Seed): ExportedHandler<Env> {
  return {
    fetch: async (request, env) => {
      const { searchParams } = new URL(request.url)
      const [from = 0, count = 0, now = 0] = ['from', 'count', 'now'].map((name) =>
        Number(searchParams.get(name)),
      )
      freeze(now, `seed ${from}`)
      stage ??= seed.setStage(env, seed.stories, { now, seed: 'tanggap' })
      const playing = await stage
      const total = playing.steps.length
      await seed.playSteps(playing, from, count)
      const done = Math.min(total, from + count)
      if (done < total) return Response.json({ done, total } satisfies Seeded)
      await seed.finishSeed(playing, now)
      const { db } = playing
      await db
        .update(seed.agency)
        .set({ approval: true })
        .where(seed.eq(seed.agency.slug, APPROVING))
      // the digests of ten months, so that the first night that is compared has few to make
      await seed.runSchedule(env, '30 17 * * *', now)
      // somebody outside who is sent each day's digest: the demo names nobody
      const outside = { key: 'digestAddress', value: '"saksi@contoh.id"' }
      await db.insert(seed.setting).values(outside)
      await seed.publishCity(db)
      const keys = [...playing.cases.values()].map(({ found, key }) => [
        found.complaint.reference,
        key,
      ])
      return Response.json({ done, total, keys: Object.fromEntries(keys) } satisfies Seeded)
    },
  }
}
