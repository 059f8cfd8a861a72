import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll } from 'vitest'
import { backupNow } from '../../scripts/backup.ts'
import { backupFetch } from '../../scripts/backup-fetch.ts'
import { keysAtHand, localReceiptKey } from '../../scripts/backup-keys.ts'
import { writeSecrets } from '../../scripts/deploy/secrets.ts'
import { makeCity } from '../../scripts/drill/city.ts'
import { localObjects } from '../../scripts/objects.ts'
import { withLocal } from '../../scripts/platform.ts'
import { bringChanges } from '../../scripts/restore/fetch.ts'
import { openBackup } from '../../scripts/restore/read.ts'
import { newSecrets, type Secrets } from '../../scripts/secrets.ts'
import { attachFile } from '../../src/db/attaching.ts'
import { loadCity } from '../../src/db/city.ts'
import { database } from '../../src/db/database.ts'
import { CASE_TABLES, PLAIN_TABLES } from '../../src/db/dump.ts'
import { fileOnce } from '../../src/db/filing.ts'
import { PUBLISH_CITY } from '../../src/db/publish-city.ts'
import { exportChanges } from '../../src/jobs/export-changes.ts'
import { randomBytes } from '../../src/random.ts'
import { mintToken } from '../../src/seal/form-token.ts'
import { run } from './run.ts'

export type Tables = Record<string, unknown[]>

export const contents = (db: DatabaseSync): Tables =>
  Object.fromEntries(
    [...PLAIN_TABLES, ...CASE_TABLES].map((table) => [
      table,
      db
        .prepare(`select * from "${table}"`)
        .all()
        .map((row) => JSON.stringify(row))
        .toSorted(),
    ]),
  )

/** What a restore changes on purpose. */
export const untouched = ({ setting: _s, city_snapshot: _c, outbox: _o, ...tables }: Tables) =>
  tables

export const finds = (db: DatabaseSync, word: string) =>
  db.prepare('select count(*) as n from staff_search where staff_search match ?').get(word)?.n

const TEXT = (n: number) =>
  `Jalan berlubang dalam nomor ${n}, it's "bahaya";\nsudah dua motor jatuh.`

const someReport = (n: number, secret: string, now: number) => ({
  token: mintToken(secret, randomBytes, now),
  command: {
    class: 'complaint' as const,
    categoryId: 1,
    districtId: 1,
    subdistrictId: 101,
    proposedAgencyId: null,
    anonymous: false,
    confidential: false,
    channel: 'web' as const,
    hasKeyHolder: true,
    incidentDay: '2026-11-23',
    text: TEXT(n),
    sensitive: null,
  },
  words: {
    title: `Jalan berlubang ${n}`,
    text: TEXT(n),
    incidentDay: '2026-11-23',
    landmark: null,
    lat: 1.5,
    lng: 101,
    onBehalf: null,
    loss: null,
    settlement: null,
    laporNumber: null,
  },
  identity: { name: 'Siti Rahmah', phone: '081200001234', email: 'siti@contoh.id' },
})

/** A regency of many villages: all of it published in one row is more than a statement may hold. */
export function grow(db: DatabaseSync): void {
  db.exec(`insert into area (id, code, name) with recursive n(i) as
    (select 1 union all select i + 1 from n where i < 1200)
    select 100000 + i, '99.99.' || i, 'Desa ' || i from n`)
  db.exec(PUBLISH_CITY)
}

export type Work = (
  env: Pick<Env, 'DB' | 'FILES' | 'BACKUPS' | 'RECEIPT_KEY'>,
  secrets: Secrets,
) => Promise<unknown>

export const REPORTS = 12
/** Each of a report of its own. */
export const PHOTOS = ['lubang di depan sekolah', 'lubang di depan pasar']

const photo = (n: number) => ({
  ...{ ok: true as const, type: 'image/jpeg' as const, removed: [] },
  bytes: new TextEncoder().encode(PHOTOS[n]),
})

/** A local city with reports in a folder of its own, before anything happens to it. */
export function aLocalCity() {
  const state = mkdtempSync(join(tmpdir(), 'state-'))
  const folder = join(state, 'brought-down')
  const here = ['--persist-to', state]
  const secretsFolder = join(state, 'secrets')
  const env = { SECRETS_FOLDER: secretsFolder, DEV_VARS: join(state, '.dev.vars') }
  const d1 = join(state, 'v3/d1/miniflare-D1DatabaseObject')
  const secrets = newSecrets()
  const city = {
    ...{ state, folder, here, secretsFolder, env, before: {} as Tables },
    keys: () => keysAtHand({ env }),
    open: (readOnly = true) => {
      const file = readdirSync(d1).find((f) => f.endsWith('.sqlite') && f !== 'metadata.sqlite')
      return new DatabaseSync(join(d1, file ?? ''), { readOnly })
    },
    /** By SQL, past the program. */
    write: (work: (db: DatabaseSync) => void) => {
      const db = city.open(false)
      work(db)
      db.close()
    },
    rows: () => {
      const db = city.open()
      const all = contents(db)
      db.close()
      return all
    },
    /** A backup is made and brought down into `folder`. */
    bringDown: async () => [
      (await run(backupNow, here, { env })).code,
      (await run(backupFetch, [...here, '--to', folder], { env })).code,
    ],
    /**
     * What changed since, by `work` too, is exported and brought down beside the backup. What `late` does
     * then was exported no more. @returns how many sets
     */
    bringChanges: async (work: Work = async () => {}, late: Work = async () => {}) => {
      const RECEIPT_KEY = localReceiptKey({ env })
      const { startedAt } = (await openBackup(folder, city.keys())).manifest
      return withLocal(async (local) => {
        const env = { ...local, RECEIPT_KEY }
        await work(env, secrets)
        await exportChanges({ env, s: { now: Date.now() } })
        await late(env, secrets)
        const objects = localObjects(local.BACKUPS)
        return bringChanges(objects, city.keys(), folder, startedAt, console.error)
      }, state)
    },
  }

  beforeAll(async () => {
    await withLocal(async (local) => {
      await makeCity(local.DB)
      const db = database(local.DB)
      const loaded = await loadCity(db)
      writeSecrets(join(secretsFolder, 'local.json'), { IDENTITY_KEYS: secrets.IDENTITY_KEYS })
      for (let n = 0; n < REPORTS; n++) {
        const now = Date.now() - 3_600_000 + n
        const actor = { kind: 'reporter' as const }
        const s = { db, city: loaded, now, random: randomBytes, actor }
        const result = await fileOnce(s, secrets, someReport(n, secrets.SERVER_SECRET, now))
        if (result.kind !== 'filed') throw new Error('not filed')
        if (n < PHOTOS.length)
          await attachFile(s, local.FILES, result.found, { file: photo(n), source: 'reporter' })
      }
      await local.DB.prepare(
        `insert into session (id, token, user_id, expires_at, created_at, updated_at)
          values ('s', 'secret-token', 'u', 1, 1, 1)`,
      ).run()
      await local.FILES.put('a/orphan', 'x')
    }, state)
    city.before = city.rows()
  })

  afterAll(() => rmSync(state, { recursive: true, force: true }))

  return city
}
