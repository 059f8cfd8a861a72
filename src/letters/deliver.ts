import { caseById } from '../db/cases.ts'
import { loadCity } from '../db/city.ts'
import type { Database } from '../db/database.ts'
import {
  CLAIM_MS,
  claimDeliveries,
  failDelivery,
  markDelivered,
  outcomeOf,
  releaseClaim,
} from '../db/deliveries.ts'
import {
  buryLetter,
  cancelLetter,
  finishLetter,
  type OutboxRow,
  outboxRow,
  postponeLetter,
} from '../db/outbox.ts'
import { type Instant, MINUTE } from '../domain/time/time.ts'
import { AddressRefused, type Channel } from './channels/channel.ts'
import { compose, stillStands } from './compose.ts'
import { holdBack } from './hold-back.ts'
import { type Addressee, type Asking, toTell } from './recipients.ts'

export interface Posting {
  db: Database
  env: Pick<Env, 'IDENTITY_KEYS' | 'SERVER_SECRET' | 'PUBLIC_URL'>
  channel: Channel
  now: Instant
}

export type Outcome =
  | { kind: 'done' | 'dead' | 'cancelled' }
  | { kind: 'later'; seconds: number }
  | { kind: 'next'; after: string }

/** Minutes between the tries; after the last the letter is dead. */
const BACK_OFF = [1, 5, 25, 120]
export const TRIES = BACK_OFF.length + 1

/** Idempotent and resumable: whoever was told is marked; each is claimed before the sending. */
export async function deliver(p: Posting, outboxId: number, after = ''): Promise<Outcome> {
  const row = await outboxRow(p.db, outboxId)
  if (row?.state !== 'waiting') return { kind: 'done' }
  if (row.notBefore > p.now) return later(row.notBefore - p.now)
  const asking = await askingFor(p, row)
  if (asking.city.settings.readOnly) return later(5 * MINUTE)
  if (!stillStands(row.template, asking.found?.complaint)) {
    await cancelLetter(p.db, row.id, p.now)
    return { kind: 'cancelled' }
  }
  return tellPage(p, asking, after)
}

async function askingFor(p: Posting, row: OutboxRow): Promise<Asking> {
  return {
    ...p,
    city: await loadCity(p.db),
    row,
    found: row.complaintId === null ? null : await caseById(p.db, row.complaintId),
  }
}

async function tellPage(p: Posting, asking: Asking, after: string): Promise<Outcome> {
  const page = await toTell(asking, after)
  const error = await tellAll(p, asking, page.people)
  if (page.next !== null) return { kind: 'next', after: page.next }
  return conclude(p, asking, error)
}

/** Returns the last error. */
async function tellAll(
  p: Posting,
  asking: Asking,
  people: readonly Addressee[],
): Promise<string | null> {
  const keys = people.map((who) => who.key)
  const ours = await claimDeliveries(p.db, asking.row.id, keys, p.channel.name, p.now)
  let error: string | null = null
  for (const who of people) {
    if (!ours.has(who.key)) continue
    error = (await tellOne(p, asking, who)) ?? error
  }
  return error
}

async function tellOne(p: Posting, asking: Asking, who: Addressee): Promise<string | null> {
  const { row } = asking
  try {
    const to = await who.address()
    if (to === null) throw new AddressRefused('no address')
    if (await holdBack(p, row, who, to)) return null
    const reference = await send(p, asking, who, to)
    await markDelivered(p.db, row.id, who.key, p.channel.name, { reference, at: p.now })
    await who.settle?.({ reference, at: p.now })
    return null
  } catch (error) {
    if (error instanceof AddressRefused) return refused(p, row, who, error)
    await releaseClaim(p.db, row.id, who.key, p.channel.name)
    console.warn({ letter: row.id, template: row.template, failed: nameOf(error) })
    return nameOf(error)
  }
}

/** Nothing is left to try: what is to be done about it is for staff, who see it. */
async function refused(p: Posting, row: OutboxRow, who: Addressee, error: AddressRefused) {
  const failure = error.message.slice(0, 240)
  await failDelivery(p.db, row.id, who.key, p.channel.name, { failure, at: p.now })
  await who.settle?.({ failure, at: p.now })
  console.warn({ letter: row.id, template: row.template, refused: failure })
  return null
}

async function send(p: Posting, asking: Asking, who: Addressee, to: string): Promise<string> {
  const text = await compose({ ...asking, env: p.env, to }, who)
  return p.channel.send(asking.city, to, text)
}

function nameOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 240) : 'unknown'
}

async function conclude(p: Posting, asking: Asking, error: string | null): Promise<Outcome> {
  const { row } = asking
  const left = await toTell(asking)
  if (left.people.length === 0) {
    const { told, failure } = await outcomeOf(p.db, row.id)
    const reached = told ? (left.instead ? 'instead' : 'told') : 'nobody'
    await finishLetter(p.db, row.id, p.now, { reached, error: failure })
    return { kind: 'done' }
  }
  // nobody failed here: another sender holds a claim, or one died holding it
  if (error === null) return later(CLAIM_MS)
  const wait = BACK_OFF[row.attempts]
  const attempts = row.attempts + 1
  if (wait === undefined) {
    await buryLetter(p.db, row.id, error, attempts)
    return { kind: 'dead' }
  }
  const notBefore = p.now + wait * MINUTE
  await postponeLetter(p.db, row.id, { notBefore, attempts, error })
  return later(wait * MINUTE)
}

function later(ms: number): Outcome {
  return { kind: 'later', seconds: Math.ceil(ms / 1000) }
}
