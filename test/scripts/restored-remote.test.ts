import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withLocal } from '../../scripts/platform.ts'
import { newAccount } from '../support/provider/account.ts'
import { Refusal } from '../support/provider/answer.ts'
import { type Operator, operatorOf } from '../support/provider/operator.ts'
import { type Provider, startProvider } from '../support/provider/server.ts'
import { isLong } from '../support/rounds.ts'
import { aLocalCity, contents, finds, grow, PHOTOS, REPORTS, untouched } from './local-city.ts'
import { said } from './told.ts'

/** The database is lost; bucket and copy of the secrets are not. With the real wrangler. */
const account = newAccount()
const city = aLocalCity()
let provider: Provider
let operator: Operator

beforeAll(async () => {
  city.write(grow)
  city.before = city.rows()
  expect(await city.bringDown()).toEqual([0, 0])
  const bucket = new Map<string, Buffer>()
  await withLocal(async ({ BACKUPS }) => {
    const { objects } = await BACKUPS.list()
    for (const { key } of objects)
      bucket.set(key, Buffer.from((await (await BACKUPS.get(key))?.arrayBuffer()) ?? []))
  }, city.state)
  account.buckets.set('tanggap-backups', bucket)
  provider = await startProvider(account)
  operator = operatorOf(provider)
  cpSync(join(city.secretsFolder, 'local.json'), join(operator.folder, '.secrets/tanggap.json'))
  cpSync(city.env.DEV_VARS, join(operator.folder, '.dev.vars'))
})

afterAll(async () => {
  operator.leave()
  await provider.close()
})

const FOLDER = 'backups/newest'

test.runIf(isLong)(
  'what a lost database held comes back into a new one, by the steps of the document',
  async () => {
    const listed = await operator.run('backup-fetch', ['--list', '--remote'])
    expect([listed.code, listed.text]).toEqual([0, expect.stringMatching(/^\d{8}T\d{6}Z\n$/)])
    const fetched = await operator.run('backup-fetch', ['--remote', '--to', FOLDER])
    expect([fetched.code, fetched.text]).toEqual([0, expect.stringContaining('Whole, in')])
    const tried = await operator.run('restore', [FOLDER])
    expect([tried.code, tried.text]).toEqual([0, expect.stringContaining('Nothing was changed')])
    expect(account.databases).toEqual([])
    const restored = await operator.run('restore', [FOLDER, '--remote', '--name', 'kota-baru'])
    expect([restored.code, restored.text]).toEqual([
      0,
      expect.stringContaining('Restored into kota-baru'),
    ])
    const [database] = account.databases
    expect(database?.name).toBe('kota-baru')
    const { sqlite } = database ?? {}
    if (!sqlite) return
    expect(untouched(contents(sqlite))).toEqual(untouched(city.before))
    expect(finds(sqlite, 'berlubang')).toBe(REPORTS)
    expect(provider.unknown).toEqual([])
  },
)

test.runIf(isLong)('letters wait in it, and it is opened again, under its new name', async () => {
  const toml = join(operator.folder, 'wrangler.toml')
  const named = readFileSync(toml, 'utf8').replace(
    /database_name = ".*"/,
    'database_name = "kota-baru"',
  )
  writeFileSync(toml, named)
  const letters = await operator.run('letters', ['list', '--remote'])
  expect([letters.code, letters.text]).toEqual([0, expect.stringMatching(/\d+ letters wait/)])
  const dropped = await operator.run('letters', ['drop', '--remote'])
  expect([dropped.code, dropped.text]).toEqual([0, expect.stringContaining('are dropped')])
  const opened = await operator.run('readonly', ['off', '--remote'])
  expect([opened.code, opened.text]).toEqual([0, 'Changes are allowed again.\n'])
  expect(provider.log.slice(-6).join()).not.toContain('/import')
})

test.runIf(isLong)('photos that went with their bucket come back from their copies', async () => {
  account.buckets.set('tanggap-files', new Map())
  const lost = await operator.run('sweep', ['--remote'])
  expect([lost.code, lost.text]).toEqual([1, expect.stringContaining('2 files, 2 missing')])
  const back = await operator.run('sweep', ['--remote', '--from', 'backups/files'])
  expect([back.code, back.text]).toEqual([0, expect.stringContaining('2 files are back')])
  const files = [...(account.buckets.get('tanggap-files')?.values() ?? [])]
  expect(files.map(String).toSorted()).toEqual(PHOTOS.toSorted())
  const whole = await operator.run('sweep', ['--remote'])
  expect([whole.code, whole.text]).toEqual([0, '2 files, 0 missing, 0 damaged\n'])
})

/** Each request that changes something while a database is filled. */
const HALVES = [
  'POST d1/database$',
  'POST d1/database/[^/]+/query',
  'POST d1/database/[^/]+/import',
]

test.runIf(isLong).each(HALVES)('ended at %s, it fills no half database again', async (at) => {
  const name = `kota-${HALVES.indexOf(at)}`
  const again = () => operator.run('restore', [FOLDER, '--remote', '--name', name])
  const refusal = new Refusal(400, 10001, 'Internal error')
  provider.failAt(1, new RegExp(`^${at}`), refusal)
  const half = await again()
  expect([half.code, half.text]).toEqual([1, expect.stringContaining('Internal error')])
  const second = await again()
  if (at === HALVES[0]) return expect(second.code).toBe(0)
  expect([second.code, second.text]).toEqual([
    1,
    expect.stringContaining(said('ended half-way, in the account')),
  ])
  expect(second.text).toContain(`wrangler d1 delete ${name}`)
})

test.runIf(isLong)(
  'what the bucket refuses for a moment is asked for again, and a gap is named',
  async () => {
    provider.failAt(1, /objects\/changes\/index/)
    const patient = await operator.run('backup-fetch', ['--remote', '--to', 'backups/patient'])
    expect([patient.code, patient.text]).toEqual([0, expect.stringContaining('1 sets of changes')])
    const bucket = account.buckets.get('tanggap-backups')
    const set = [...(bucket?.keys() ?? [])].find((key) => key.endsWith('-changes-000000001')) ?? ''
    bucket?.delete(set)
    const gap = await operator.run('backup-fetch', ['--remote', '--to', 'backups/gap'])
    expect([gap.code, gap.text]).toEqual([
      1,
      expect.stringContaining(`${set} ${said('a set of changes is gone')}`),
    ])
  },
)
