import type { Context } from 'hono'
import type { Database } from './db/database.ts'
import type { Dossier } from './db/dossier.ts'
import type { Surroundings } from './db/run-command.ts'
import type { StaffSession } from './db/staff-sessions.ts'
import type { City } from './domain/city/city.ts'
import type { Actor, Staff } from './domain/people/actor.ts'
import type { Instant } from './domain/time/time.ts'
import { randomBytes } from './random.ts'
import type { WordsIn } from './words/citizen-words.ts'
import type { Words } from './words/make-words.ts'

interface Variables {
  db: Database
  city: City
  now: Instant
  /** Nothing where no trip was made for it. */
  brought?: Brought
  t: Words
  /** Of the same language, before the city is known. */
  wordsIn: WordsIn
  /** Its language came with the address and no cookie remembers it: links carry it on. */
  carried: boolean
  staff: Staff
  sessionId: string
  /** Beside `staff`: what their own account page and the frame around pages tell. */
  account?: StaffSession
  /** Where this very request began the session: the request itself brings another cookie, or none. */
  staffCookie: string
  dossier: Dossier
  /** CSP hashes ('sha256-…') of the styles that the answer inlines. */
  styleHashes: string[]
  changed: string[]
  requestId: string
}

/** What came with the city. Whoever shows it asks first whether it may be seen. */
interface Brought {
  token: string | null
  session: StaffSession | null
  reference: string | null
  dossier: Dossier | null
}

export interface AppEnv {
  Bindings: Env
  Variables: Variables
}

export type AppContext = Context<AppEnv>

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

export function isChange(c: AppContext): boolean {
  return !READS.has(c.req.method)
}

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
