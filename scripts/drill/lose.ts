import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Instant, MINUTE } from '../../src/domain/time/time.ts'
import { backup, continueBackup } from '../../src/jobs/backup.ts'
import { copyFiles } from '../../src/jobs/copy-files.ts'
import { exportChanges } from '../../src/jobs/export-changes.ts'
import { keepBackupKey, setBackupKey } from '../backup-keys.ts'
import { withLocal } from '../platform.ts'
import { newSecrets, type Secrets } from '../secrets.ts'
import type { Shell } from '../shell.ts'
import { makeCity } from './city.ts'
import { erase, file, type Mailbox, post } from './life.ts'

export interface LostCity {
  /** Reports by id, and when each was filed. */
  filed: Map<number, Instant>
  erased: number
  mailbox: Mailbox
  lostAt: Instant
}

const CRON = 5
const REPORTS_BEFORE = 3
const ERASED_AT = 3
const ROTATED_AT = 4

/**
 * A city's life by the minute: a backup of the night, then a report each minute, an erasure, another
 * identity key, every five minutes letters and the export; at its end database and files are lost.
 */
export async function liveAndLose(
  shell: Shell,
  secrets: Secrets,
  state: string,
  minutes: number,
): Promise<LostCity> {
  const start = Date.now() - (minutes + 1) * MINUTE
  const city: LostCity = {
    ...{ filed: new Map(), erased: 0, mailbox: [], lostAt: start + minutes * MINUTE },
  }
  const { x } = await keepBackupKey(shell)
  await withLocal(async (local) => {
    const env = { ...local, RECEIPT_KEY: secrets.RECEIPT_KEY }
    await makeCity(env.DB)
    await env.DB.prepare(setBackupKey(x)).run()
    const report = async (now: Instant) =>
      city.filed.set(await file(env, secrets, city.filed.size + 1, now), now)
    for (let n = REPORTS_BEFORE; n > 0; n--) await report(start - n * 2 * MINUTE)
    await nightly(env, start)
    for (let minute = 1; minute < minutes; minute++) {
      const now = start + minute * MINUTE
      await report(now)
      if (minute === ERASED_AT) city.erased = await eraseFirst(env, city, now)
      if (minute === ROTATED_AT) rotate(secrets)
      if (minute % CRON > 0) continue
      await copyFiles({ env, s: { now } })
      await exportChanges({ env, s: { now } })
      await post(env.DB, secrets, now, city.mailbox)
    }
    await loseFiles(env)
  }, state)
  rmSync(join(state, 'v3', 'd1'), { recursive: true })
  return city
}

type Outside = Pick<Env, 'DB' | 'FILES' | 'BACKUPS' | 'RECEIPT_KEY'>

async function loseFiles({ FILES }: Pick<Env, 'FILES'>): Promise<void> {
  const { objects } = await FILES.list()
  await FILES.delete(objects.map(({ key }) => key))
}

async function nightly(env: Outside, now: Instant): Promise<void> {
  let counts = await backup({ env, s: { now } })
  while (counts.finished === 0) counts = await continueBackup({ env, s: { now } })
}

async function eraseFirst(env: Outside, { filed }: LostCity, now: Instant): Promise<number> {
  const [id = 0] = filed.keys()
  await erase(env, id, now)
  return id
}

function rotate(secrets: Secrets): void {
  const [second = ''] = Object.values(JSON.parse(newSecrets().IDENTITY_KEYS)) as string[]
  secrets.IDENTITY_KEYS = JSON.stringify({ ...JSON.parse(secrets.IDENTITY_KEYS), 2: second })
}
