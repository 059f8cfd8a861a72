import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { attachFile } from '../../src/db/attaching.ts'
import { finishErasure } from '../../src/db/erased-outside.ts'
import { publishCity } from '../../src/db/publish-city.ts'
import { DAY, MINUTE } from '../../src/domain/time/time.ts'
import { copyFiles, copyFilesAgain } from '../../src/jobs/copy-files.ts'
import { sweepOrphans } from '../../src/jobs/orphans.ts'
import { runSchedule } from '../../src/jobs/schedule.ts'
import { jobWorld } from '../../src/jobs/world.ts'
import { backupKeyId, newBackupKey } from '../../src/seal/backup-key.ts'
import { openingWith, throughStream } from '../../src/seal/backup-seal.ts'
import { copyKey } from '../../src/storage/copies.ts'
import { filed, TUESDAY, world } from '../support/world.ts'

const key = await newBackupKey()
const at = (now: number, files?: number) => ({ env, s: { now }, ...(files ? { files } : {}) })

const set = (name: string, value: unknown) =>
  env.DB.prepare(
    'insert into setting (key, value) values (?1, ?2) on conflict (key) do update set value = ?2',
  )
    .bind(name, JSON.stringify(value))
    .run()

beforeAll(async () => {
  await world()
  await set('backupKey', key.x)
})

beforeEach(async () => {
  await copyFiles(at(TUESDAY))
})

let n = 0

/** A report with a photo. @returns its id and the photo's key */
const withPhoto = async () => {
  const s = await world()
  const { found } = await filed(s)
  n += 1
  const bytes = new TextEncoder().encode(`foto nomor ${n}`)
  const file = { ok: true as const, type: 'image/jpeg' as const, bytes, removed: [] }
  const { id = '' } = await attachFile(s, env.FILES, found, { file, source: 'reporter' })
  const row = await env.DB.prepare('select "key" from attachment where id = ?').bind(id).first()
  return { report: found.complaint.id, photo: String(row?.key), text: `foto nomor ${n}` }
}

const copyOf = async (photo: string) => {
  const object = await env.BACKUPS.get(copyKey(photo))
  return object && { seal: object.customMetadata?.seal, bytes: await object.bytes() }
}

test('a photo has its second copy within five minutes, sealed for the city alone', async () => {
  const { photo, text } = await withPhoto()
  await runSchedule(env, '*/5 * * * *', TUESDAY + 5 * MINUTE)
  const copy = await copyOf(photo)
  expect(copy?.seal).toBe(await backupKeyId(key.x))
  expect(new TextDecoder().decode(copy?.bytes)).not.toContain('foto')
  const opened = await throughStream(copy?.bytes ?? new Uint8Array(), openingWith(key))
  expect(new TextDecoder().decode(opened)).toBe(text)
})

test('in read-only mode too, and each photo once', async () => {
  const { photo } = await withPhoto()
  const { db } = await world()
  await set('readOnly', true)
  await publishCity(db)
  const done = await runSchedule(env, '*/5 * * * *', TUESDAY + 5 * MINUTE)
  await set('readOnly', false)
  await publishCity(db)
  expect(done.copyFiles).toEqual({ copied: 1, left: 0 })
  expect(await copyOf(photo)).not.toBeNull()
  expect(await copyFiles(at(TUESDAY + 10 * MINUTE))).toEqual({ copied: 0, left: 0 })
})

test('what does not fit into one run follows in the next', async () => {
  const photos = [await withPhoto(), await withPhoto(), await withPhoto()]
  for (const left of [2, 1, 0]) {
    await copyFiles(at(TUESDAY + MINUTE, 1))
    const copies = await Promise.all(photos.map(({ photo }) => copyOf(photo)))
    expect(copies.filter((copy) => copy === null)).toHaveLength(left)
  }
})

test('an erased photo leaves the bucket of backups at once', async () => {
  const { report, photo } = await withPhoto()
  await copyFiles(at(TUESDAY + MINUTE))
  expect(await copyOf(photo)).not.toBeNull()
  await finishErasure(env, report, [photo], TUESDAY + 2 * MINUTE)
  expect(await copyOf(photo)).toBeNull()
})

test('a photo that is erased while it is copied leaves no copy', async () => {
  const { photo } = await withPhoto()
  const erasing: Pick<Env, 'DB' | 'FILES' | 'BACKUPS' | 'RECEIPT_KEY'> = {
    ...env,
    FILES: new Proxy(env.FILES, {
      get: (bucket, name) =>
        name === 'get'
          ? async (wanted: string) => {
              const object = await bucket.get(wanted)
              const forget = 'update attachment set "key" = null where "key" = ?'
              await env.DB.prepare(forget).bind(wanted).run()
              return object
            }
          : Reflect.get(bucket, name),
    }),
  }
  await copyFiles({ env: erasing, s: { now: TUESDAY } })
  expect(await copyOf(photo)).toBeNull()
})

test('the night makes up what is lost, and seals anew what was sealed for a key before', async () => {
  const { photo } = await withPhoto()
  await copyFiles(at(TUESDAY + MINUTE))
  await env.BACKUPS.delete(copyKey(photo))
  const another = await newBackupKey()
  await set('backupKey', another.x)
  await copyFilesAgain(at(TUESDAY + DAY))
  await set('backupKey', key.x)
  expect((await copyOf(photo))?.seal).toBe(await backupKeyId(another.x))
  await copyFilesAgain(at(TUESDAY + 2 * DAY))
  expect((await copyOf(photo))?.seal).toBe(await backupKeyId(key.x))
})

test('after a restore that numbers rows anew no photo is passed over', async () => {
  await withPhoto()
  await copyFiles(at(TUESDAY + MINUTE))
  await env.DB.exec('delete from attachment')
  await copyFiles(at(TUESDAY + MINUTE))
  const { photo } = await withPhoto()
  await copyFiles(at(TUESDAY + MINUTE))
  expect(await copyOf(photo)).not.toBeNull()
})

test('a copy that no row names stays a month, and goes then', async () => {
  const { photo, report } = await withPhoto()
  await copyFiles(at(TUESDAY + MINUTE))
  await env.DB.prepare('update attachment set "key" = null where complaint_id = ?')
    .bind(report)
    .run()
  await sweepOrphans(await jobWorld(env, Date.now() + 31 * DAY))
  expect(await copyOf(photo)).not.toBeNull()
  await sweepOrphans(await jobWorld(env, Date.now() + 33 * DAY))
  expect(await copyOf(photo)).toBeNull()
})
