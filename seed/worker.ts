import { eq } from 'drizzle-orm'
import { database } from '../src/db/database.ts'
import { setting } from '../src/db/schema/city.ts'
import { complaint } from '../src/db/schema/complaint.ts'
import { demoOf, finishSeed } from './finish.ts'
import { playSteps, type Stage, setStage } from './play.ts'
import type { Progress } from './progress.ts'
import { stories } from './stories/index.ts'

const SEED = 'tanggap'

let stage: Promise<Stage> | undefined

/**
 * Only ever run locally by scripts/seed.ts; no part of the deployed Worker. GET tells whether the
 * demo data is there; POST plays `count` steps from `from` on as seen at `now` (epoch ms).
 */
export default {
  fetch: async (request, env) => {
    const { searchParams } = new URL(request.url)
    const given = (name: string) => Number(searchParams.get(name))
    if (request.method !== 'POST') return Response.json(await stateOf(env))
    const [from, count, now] = [given('from'), given('count'), given('now')]
    stage ??= setStage(env, stories, { now, seed: SEED })
    const playing = await stage
    const total = playing.steps.length
    await playSteps(playing, from, count)
    const done = Math.min(total, from + count)
    const demo = done === total ? await finishSeed(playing, now) : null
    return Response.json({ done, total, demo, empty: false } satisfies Progress)
  },
} satisfies ExportedHandler<Env>

async function stateOf(env: Env): Promise<Progress> {
  const db = database(env.DB)
  const [first] = await db.select({ id: complaint.id }).from(complaint).limit(1)
  const [empty] = await db
    .select({ key: setting.key })
    .from(setting)
    .where(eq(setting.key, 'deploy:kosong'))
  return { done: first ? 1 : 0, total: 0, demo: await demoOf(db), empty: empty !== undefined }
}
