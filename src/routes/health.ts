import { Hono } from 'hono'
import { database } from '../db/database.ts'
import { readHealth } from '../db/health.ts'
import { BACKUP_INDEX } from '../domain/city/backup.ts'
import { CHANGES_INDEX } from '../domain/city/changes.ts'
import type { AppEnv } from '../http.ts'
import { patterns } from '../paths.ts'
import { badSecrets, secretMarks } from '../seal/secret-marks.ts'

/** For a watchman: 200 while database and secrets are right, else 503. Holds nothing of anybody. */
export const health = new Hono<AppEnv>()

health.get(patterns.health, async (c) => {
  const now = Date.now()
  const [facts, outside] = await Promise.all([read(c.env, now), readOutside(c.env, now)])
  const bad = badSecrets(c.env)
  const isWell = facts && bad.length === 0
  const body = {
    status: isWell ? 'sehat' : 'gangguan',
    version: c.env.VERSION?.id ?? null,
    ...facts,
    ...outside,
    bad_secrets: bad.join(' '),
    secret_marks: Object.entries(await secretMarks(c.env))
      .map((mark) => mark.join('='))
      .join(' '),
  }
  c.header('Cache-Control', 'no-store')
  const status = isWell ? 200 : 503
  if (c.req.header('Accept')?.includes('application/json')) return c.json(body, status)
  const lines = Object.entries(body).map(
    ([name, value]) => `${name}: ${value === null || value === '' ? '-' : value}`,
  )
  return c.text(`${lines.join('\n')}\n`, status)
})

async function read(env: Env, now: number) {
  try {
    const { oldestLetter, deadLetters, lastRun, readOnly } = await readHealth(database(env.DB), now)
    return {
      database: 'terjangkau',
      waiting_seconds: secondsSince(oldestLetter, now),
      dead_letters: deadLetters,
      cron_seconds: secondsSince(lastRun, now),
      read_only: readOnly,
    }
  } catch {
    // which query failed, and why, is for the log of the platform, not for a stranger
    return null
  }
}

/** How old is what lies outside the database. Null: there is none, or the bucket is out of reach. */
async function readOutside({ BACKUPS }: Env, now: number) {
  const age = async (key: string) => {
    const object = await BACKUPS.head(key).catch(() => null)
    return secondsSince(object?.uploaded.getTime() ?? null, now)
  }
  const [exported, backup] = await Promise.all([age(CHANGES_INDEX), age(BACKUP_INDEX)])
  return { export_seconds: exported, backup_seconds: backup }
}

function secondsSince(at: number | null, now: number): number | null {
  return at === null ? null : Math.max(0, Math.round((now - at) / 1000))
}
