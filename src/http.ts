import type { Context } from 'hono'
import type { Database } from './db/database.ts'
import type { Dossier } from './db/dossier.ts'
import type { Surroundings } from './db/run-command.ts'
import type { City } from './domain/city/city.ts'
import type { Actor, Staff } from './domain/people/actor.ts'
import type { Instant } from './domain/time/time.ts'
import { randomBytes } from './random.ts'
import type { Words } from './words/words.ts'

/** What middleware puts beside every request. */
interface Variables {
  db: Database
  city: City
  now: Instant
  /** What this reader is told things with. */
  t: Words
  /** Its language came with the address and no cookie remembers it: links carry it on. */
  carried: boolean
  /** Set on staff routes. */
  staff: Staff
  /** Better-auth session id, for the form token. */
  sessionId: string
  /** Set on the pages of one complaint. */
  dossier: Dossier
  /** CSP hashes ('sha256-…') of the styles that the answer inlines. */
  styleHashes: string[]
  /** Numbers of the complaints that this request changed. */
  changed: string[]
  /** Names this request in the log and on error pages. */
  requestId: string
}

export interface AppEnv {
  Bindings: Env
  Variables: Variables
}

export type AppContext = Context<AppEnv>

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** The request may change something: whatever is no read. */
export function isChange(c: AppContext): boolean {
  return !READS.has(c.req.method)
}

/** The world around a command, for one request and one actor. */
export function surroundings(c: AppContext, actor: Actor): Surroundings {
  return {
    db: c.var.db,
    city: c.var.city,
    now: c.var.now,
    random: randomBytes,
    actor,
    changed: (reference) => c.set('changed', [...(c.var.changed ?? []), reference]),
  }
}
