import { type Counted, countAttempt, type Limit } from '../db/counters.ts'
import type { FilingLimit } from '../db/filings-before.ts'
import { toBase64url } from '../domain/text/bytes.ts'
import type { AppContext } from '../http.ts'
import { keyedDigest } from '../seal/keyed.ts'
import { tooMany } from './refuse.ts'

const HOUR = 3600
const DAY = 86_400

type Limits = readonly [Limit, ...Limit[]]

/**
 * Thousands share one address behind a carrier, and no limit keeps the rightful person out: a right
 * key is never counted, and a known browser or a mailed link passes a limit that others used up.
 */
export const LIMITS = {
  filing: [
    { max: 120, seconds: HOUR },
    { max: 600, seconds: DAY },
  ],
  /** A queue of people on the Wi-Fi of one counter. */
  survey: [
    { max: 300, seconds: HOUR },
    { max: 1500, seconds: DAY },
  ],
  /** Megabytes of files, each file at least one. */
  files: [
    { max: 500, seconds: HOUR },
    { max: 1500, seconds: DAY },
  ],
  wrongKey: [
    { max: 20, seconds: HOUR },
    { max: 60, seconds: DAY },
  ],
  signIn: [
    { max: 30, seconds: HOUR },
    { max: 100, seconds: DAY },
  ],
  signInAddress: [{ max: 300, seconds: HOUR }],
  second: [
    { max: 20, seconds: HOUR },
    { max: 60, seconds: DAY },
  ],
  reset: [
    { max: 3, seconds: HOUR },
    { max: 10, seconds: DAY },
  ],
  resetAddress: [{ max: 60, seconds: HOUR }],
} satisfies Record<string, Limits>

export async function isOverCeiling(c: AppContext, address: string): Promise<boolean> {
  const key = await opaque(c, ['address', address])
  return !(await c.env.LIMIT_ADDRESS.limit({ key })).success
}

/** The seconds to wait when there were too many, else null. One round trip. */
export async function attempt(
  c: AppContext,
  limit: keyof typeof LIMITS,
  what: string,
  weight = 1,
): Promise<number | null> {
  const { db, now } = c.var
  const around = { db, now, secret: c.env.SERVER_SECRET }
  return countAttempt(around, [limit, what], LIMITS[limit], weight)
}

export async function burst(c: AppContext, purpose: string, what: string): Promise<boolean> {
  return !(await c.env.LIMIT_GUESS.limit({ key: await opaque(c, [purpose, what]) })).success
}

/** For a new form token only: sending the same form again is free. */
export function limitOf(c: AppContext, of: 'filing' | 'survey'): FilingLimit | null {
  const address = addressOf(c)
  if (address === undefined) return null
  return { what: [of, address], limits: LIMITS[of], secret: c.env.SERVER_SECRET }
}

/** Files alone are counted: words with a session never are. */
export async function isTooManyBytes(c: AppContext, bytes: number): Promise<boolean> {
  const address = addressOf(c)
  const megabytes = Math.max(1, Math.ceil(bytes / 1024 / 1024))
  return address !== undefined && (await attempt(c, 'files', address, megabytes)) !== null
}

/** Call it after a wrong key only: a right one never counts, so nobody locks a reporter out. */
export async function wrongKey(c: AppContext, number: string): Promise<void> {
  const wait = await waitAfterWrongKey(c, number)
  if (wait !== null) tooMany(c, wait)
}

/** The same where the answer is more than a sentence: the seconds to wait, or null. */
export async function waitAfterWrongKey(c: AppContext, number: string): Promise<number | null> {
  const what = `${number} ${addressOf(c) ?? ''}`
  if (await burst(c, 'wrong key', what)) return 60
  return c.var.city.settings.readOnly ? null : attempt(c, 'wrongKey', what)
}

/** Of IPv6 the first 64 bits: a line has so many that each attempt could come from another. */
export function addressOf(c: AppContext): string | undefined {
  const address = c.req.header('CF-Connecting-IP')
  return address?.includes(':') && !address.includes('.') ? networkOf(address) : address
}

function networkOf(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('::')
  const groups = (text = '') => text.split(':').filter(Boolean)
  const [before, after] = [groups(head), groups(tail)]
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const all = [...before, ...Array<string>(zeros).fill('0'), ...after]
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::`
}

async function opaque(c: AppContext, counted: Counted): Promise<string> {
  return toBase64url(await keyedDigest(c.env.SERVER_SECRET, 'rate limit v1', counted))
}
