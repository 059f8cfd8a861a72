import { readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { backupFetch } from '../../scripts/backup-fetch.ts'
import { readSecrets, writeSecrets } from '../../scripts/deploy/secrets.ts'
import { bringChanges } from '../../scripts/restore/fetch.ts'
import { openBackup } from '../../scripts/restore/read.ts'
import { restore } from '../../scripts/restore.ts'
import { newSecrets } from '../../scripts/secrets.ts'
import type { BackupRow } from '../../src/domain/city/backup.ts'
import { HOUR } from '../../src/domain/time/time.ts'
import { aLocalCity } from './local-city.ts'
import { run } from './run.ts'
import { build, rewrite } from './tampered.ts'
import { said } from './told.ts'

const city = aLocalCity()
const { state, folder, env } = city

beforeAll(async () => {
  expect(await city.bringDown()).toEqual([0, 0])
})

test('without the key that it is sealed for, or that signed it, a backup is refused in words', async () => {
  const stranger = { SECRETS_FOLDER: join(state, 'none'), DEV_VARS: join(state, 'none.vars') }
  const unknown = await run(restore, [folder], { env: stranger })
  expect(unknown).toMatchObject({ code: 1 })
  expect(unknown.text).toContain(said('copy of the secrets missing'))
  const [x] = city.keys().signers.map((key) => key.x ?? '')
  const sealed = await run(restore, [folder, `--signed-by=${x}`], { env: stranger })
  expect(sealed).toMatchObject({ code: 1 })
  expect(sealed.text).toContain(said('key of the seal missing'))
})

test('a backup that is cut short, altered, or has no manifest is refused', async () => {
  const part = join(folder, '00002.ndjson.gz.sealed')
  const whole = readFileSync(part)
  truncateSync(part, whole.length - 20)
  const short = await run(restore, [folder], { env })
  expect(short.code).toBe(1)
  expect(short.text).toContain(said('cut short'))
  const altered = Buffer.from(whole)
  altered[20] = (altered[20] ?? 0) ^ 1
  writeFileSync(part, altered)
  await expect(openBackup(folder, city.keys())).rejects.toThrow('is not what was backed up')
  rmSync(part)
  await expect(openBackup(folder, city.keys())).rejects.toThrow('is missing')
  writeFileSync(part, whole)
  const manifest = join(folder, 'manifest.json')
  const json = readFileSync(manifest)
  rmSync(manifest)
  await expect(openBackup(folder, city.keys())).rejects.toThrow(said('no manifest'))
  writeFileSync(manifest, json)
})

test('a key that is not at hand, and one that is retired, are told before anything is restored', async () => {
  const file = join(city.secretsFolder, 'local.json')
  const whole = readSecrets(file)
  const { IDENTITY_KEYS: _, ...lacking } = whole
  writeSecrets(file, lacking)
  const lost = await run(restore, [folder], { env })
  expect(lost).toMatchObject({ code: 1 })
  expect(lost.text).toContain(`${said('identities of another key')} 1`)
  const retired = { IDENTITY_KEYS: whole.IDENTITY_KEYS?.replace('"1"', '"2"') }
  writeSecrets(file, { ...lacking, ...retired, RETIRED_KEYS: whole.IDENTITY_KEYS })
  const old = await run(restore, [folder], { env })
  writeSecrets(file, whole)
  expect(old.text).toContain(`${said('key retired since')}: npm run keys -- put-back`)
  expect(old.code).toBe(0)
})

test('changes that are not all there, or of which erasures cannot be listed, are told', async () => {
  const changes = join(folder, 'changes')
  const objects = {
    get: async (key: string) => readFileSync(join(changes, basename(key))),
    put: async () => {},
    list: () => Promise.reject(new Error('HTTP 403')),
  }
  const warned: string[] = []
  const warn = (sentence: string) => void warned.push(sentence)
  expect(await bringChanges(objects, city.keys(), folder, Date.now() - HOUR, warn)).toBe(1)
  expect(warned.join()).toContain(said('erasures of the last minutes'))
  const [set = ''] = readdirSync(changes).filter((name) => name.includes('-changes-'))
  renameSync(join(changes, set), join(state, set))
  const { code, text } = await run(restore, [folder], { env })
  renameSync(join(state, set), join(changes, set))
  expect([code, text]).toEqual([1, expect.stringContaining(said('changes with a gap'))])
})

test.each([
  ['no backup yet', async () => new Response('', { status: 404 })],
  ['the line, or a permission', async () => new Response('no', { status: 403 })],
  ['the provider is out of reach', () => Promise.reject(new Error('ENOTFOUND'))],
] as const)('a backup is not brought down, and why is said: %s', async (failure, fetch) => {
  const account = { CLOUDFLARE_API_TOKEN: 'a', CLOUDFLARE_ACCOUNT_ID: 'b' }
  const ended = await run(backupFetch, ['--remote'], { env: { ...env, ...account }, fetch })
  expect([ended.code, ended.text]).toEqual([1, expect.stringContaining(said(failure))])
})

const refusal = async (change: Parameters<typeof build>[2]) => {
  const refused = await run(restore, [await build(folder, city.keys(), change)], { env })
  return refused.code === 1 ? refused.text : 'restored'
}

const otherWords = (rows: BackupRow[]) =>
  rewrite(rows, 'complaint', (row) => ({ ...row, text: 'Tidak ada apa-apa di sini, semua baik.' }))

test('a forged backup is refused: other rows, fitting digests, another signature', async () => {
  const signer = JSON.parse(newSecrets().RECEIPT_KEY)
  expect(await refusal({ rows: otherWords, signer })).toContain('not at hand')
  const whole = readFileSync(join(folder, 'manifest.json'), 'utf8')
  writeFileSync(join(folder, 'manifest.json'), whole.replace(/"rows\\?":\d+/, '"rows\\":1'))
  const altered = await run(restore, [folder], { env })
  writeFileSync(join(folder, 'manifest.json'), whole)
  expect(altered.text).toContain(said('forged or altered'))
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ format: 2, parts: [] }))
  const unsigned = await run(restore, [folder], { env })
  writeFileSync(join(folder, 'manifest.json'), whole)
  expect(unsigned.text).toContain('is not signed')
})

test('a backup of a newer program is refused by the name of what is not here', async () => {
  const refused = await refusal({ manifest: { schema: '9999_later.sql' } })
  expect(refused).toContain(said('newer program'))
  expect(refused).toContain('9999_later.sql')
})

test('a backup that we signed ourselves but whose history was tampered with is refused', async () => {
  expect(await refusal({ rows: otherWords })).toContain(said('the history has findings'))
})

test('a backup of the first format is refused by what to do with it', async () => {
  const whole = readFileSync(join(folder, 'manifest.json'), 'utf8')
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ format: 1, parts: [] }))
  const first = await run(restore, [folder], { env })
  writeFileSync(join(folder, 'manifest.json'), whole)
  expect([first.code, first.text]).toEqual([1, expect.stringContaining(said('first format'))])
  expect(first.text).toContain('git checkout v0.2.0')
})
