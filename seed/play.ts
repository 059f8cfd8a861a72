import { and, asc, eq, like } from 'drizzle-orm'
import { attachFile } from '../src/db/attaching.ts'
import { type Case, caseById } from '../src/db/cases.ts'
import { loadCity } from '../src/db/city.ts'
import { runMerge } from '../src/db/clusters.ts'
import { type Database, database } from '../src/db/database.ts'
import { type FilingSecrets, fileOnce } from '../src/db/filing.ts'
import { shownRows } from '../src/db/ledger/rows.ts'
import { type Result, runCommand, type Surroundings } from '../src/db/run-command.ts'
import { attachment } from '../src/db/schema/filing.ts'
import type { City } from '../src/domain/city/city.ts'
import { dateOf, type Instant } from '../src/domain/time/time.ts'
import { acceptFile } from '../src/files/accept.ts'
import { mintToken } from '../src/seal/form-token.ts'
import { seedAccounts } from './accounts.ts'
import { seedCity } from './city.ts'
import { type HoldingD1, holdingD1 } from './holding.ts'
import { letterPdf, scenePng } from './media.ts'
import { castOf, seedColleagues } from './people.ts'
import { inOrder, type Placed } from './play-order.ts'
import { seeded } from './random.ts'
import type { Step } from './steps.ts'
import type { Story } from './story.ts'
import { planAll } from './timeline.ts'

export type StageEnv = FilingSecrets & { DB: D1Database; FILES: R2Bucket }

interface Filed {
  found: Case
  key: string
}

/** What is being played, and how far each complaint has come. */
export interface Stage {
  env: StageEnv
  db: Database
  held: HoldingD1
  city: City
  seed: string
  steps: Placed[]
  /** By index of the story. */
  cases: Map<number, Filed>
}

/** Loads the city and its people, and lays out the steps up to `now` in order of time. */
export async function setStage(
  env: StageEnv,
  stories: readonly Story[],
  { now, seed }: { now: Instant; seed: string },
): Promise<Stage> {
  const held = holdingD1(env.DB)
  const db = database(held.d1)
  await seedCity(db)
  const city = await loadCity(db)
  await seedAccounts(db, now)
  await seedColleagues(db, city)
  const today = dateOf(now, city.settings.offset)
  const plans = planAll(stories, { city, cast: castOf(city), today, seed })
  const steps = inOrder(plans).filter(({ step }) => step.at <= now)
  return { env, db, held, city, seed, steps, cases: new Map() }
}

/**
 * Plays some steps through the functions of live traffic. Every draw comes from the seed, so the
 * same stage gives the same numbers, keys and hashes. @throws Error when a step is refused.
 */
export async function playSteps(stage: Stage, from: number, count: number): Promise<void> {
  for (const placed of stage.steps.slice(from, from + count)) await playStep(stage, placed)
  await stage.held.flush()
}

async function playStep(stage: Stage, { story, nth, step }: Placed): Promise<void> {
  const random = seeded(stage.seed, step.at, story, nth).bytes
  const s: Surroundings = { ...stage, now: step.at, random, actor: step.actor }
  if (step.kind === 'file') {
    const filed = await fileOnce(s, stage.env, {
      ...step.form,
      token: mintToken(stage.env.SERVER_SECRET, random, step.at),
    })
    if (filed.kind !== 'filed') throw new Error(`story ${story}: ${JSON.stringify(filed)}`)
    stage.cases.set(story, { found: filed.found, key: filed.key })
    return
  }
  const filed = caseOf(stage, story)
  const result = await give(stage, s, filed.found, step)
  if (!result.ok) throw new Error(`story ${story}, step ${nth}: ${JSON.stringify(result)}`)
  filed.found = result.found
}

function caseOf(stage: Stage, story: number): Filed {
  const filed = stage.cases.get(story)
  if (!filed) throw new RangeError(`story ${story} is not filed`)
  return filed
}

function give(
  stage: Stage,
  s: Surroundings,
  found: Case,
  step: Exclude<Step, { kind: 'file' }>,
): Promise<Result> {
  if (step.kind === 'merge') return join(stage, s, found, step.root)
  if (step.kind === 'attach') return attach(stage, s, found, step)
  return command(stage, s, found, step)
}

async function join(
  stage: Stage,
  s: Surroundings,
  found: Case,
  rootStory: number,
): Promise<Result> {
  const root = caseOf(stage, rootStory)
  const result = await runMerge(s, found, root.found.complaint.reference)
  root.found = (await caseById(s.db, root.found.complaint.id)) ?? root.found
  return result
}

async function attach(
  { env, held }: Stage,
  s: Surroundings,
  found: Case,
  { file, source }: Extract<Step, { kind: 'attach' }>,
): Promise<Result> {
  const bytes = 'scene' in file ? await sceneOf(file.scene) : letterPdf(file.letter)
  const accepted = acceptFile(bytes)
  if (!accepted.ok) throw new Error(`a demo file is refused: ${accepted.reason}`)
  return held.hold(() => attachFile(s, env.FILES, found, { file: accepted, source }))
}

/** As many different pictures as the demo draws: each takes a moment. */
const SCENES = 96
const drawn = new Map<number, Uint8Array>()

async function sceneOf(wanted: number): Promise<Uint8Array> {
  const seed = wanted % SCENES
  const bytes = drawn.get(seed) ?? (await scenePng(seed))
  drawn.set(seed, bytes)
  return bytes
}

async function command(
  { held }: Stage,
  s: Surroundings,
  found: Case,
  { command, columns, screened, publicPhotos }: Extract<Step, { kind: 'command' }>,
): Promise<Result> {
  const extra = { columns, screened }
  if (command.name !== 'route' || !publicPhotos)
    return held.hold(() => runCommand(s, found, command, extra))
  await held.flush()
  const photos = await photosOf(s.db, found.complaint.id, publicPhotos)
  const photoIds = photos.map(({ id }) => id)
  const routing = { ...command, release: { ...command.release, photoIds } }
  const shown = { isPublic: true, forAgency: found.complaint.anonymous }
  const rows = () => photos.flatMap((photo) => shownRows(photo, shown))
  return held.hold(() => runCommand(s, found, routing, { ...extra, rows }))
}

/** The first photos that the reporter sent. */
function photosOf(db: Database, complaintId: number, most: number) {
  return db
    .select()
    .from(attachment)
    .where(
      and(
        eq(attachment.complaintId, complaintId),
        eq(attachment.source, 'reporter'),
        like(attachment.type, 'image/%'),
      ),
    )
    .orderBy(asc(attachment.seq))
    .limit(most)
}
