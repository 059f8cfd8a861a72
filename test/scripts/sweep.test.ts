import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { withLocal } from '../../scripts/platform.ts'
import { restore } from '../../scripts/restore.ts'
import { sweep } from '../../scripts/sweep.ts'
import { aLocalCity, PHOTOS } from './local-city.ts'
import { run } from './run.ts'
import { said } from './told.ts'

const city = aLocalCity()
const { state, folder, here, env } = city
const swept = (...args: string[]) => run(sweep, [...args, ...here], { env })

afterEach(() => {
  vi.useRealTimers()
})

test('the sweep names a file without a row only once it is a day old, and deletes it only when told', async () => {
  const young = await swept()
  expect([young.code, young.text]).toEqual([0, expect.stringContaining('0 files without a row')])
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * 86_400_000 })
  expect((await swept()).text).toContain('no row names a/orphan')
  expect((await swept('--delete')).text).toContain('1 files without a row (deleted)')
  expect((await swept()).text).toContain('0 files without a row')
})

/** The bytes are gone; the bucket still lists the key. */
const loseBlob = (words = '') => {
  const blobs = readdirSync(join(state, 'v3/r2'), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && file.parentPath.endsWith('blobs'))
    .map((file) => join(file.parentPath, file.name))
  rmSync(blobs.find((file) => readFileSync(file, 'utf8') === words) ?? '')
}

test('a photo that is lost or damaged is named, and comes back from its copy, which nobody else reads', async () => {
  expect(await city.bringDown()).toEqual([0, 0])
  const copies = join(dirname(folder), 'files')
  const bytes = readdirSync(copies).map((name) => readFileSync(join(copies, name), 'latin1'))
  expect(bytes).toHaveLength(PHOTOS.length)
  expect(bytes.join()).not.toContain('lubang')
  const tried = await run(restore, [folder], { env })
  expect(tried.text).toContain(`Photos and documents: 2, copies of 2 in ${copies}.`)
  loseBlob(PHOTOS[0])
  await withLocal(async ({ DB, FILES }) => {
    const other = await DB.prepare('select "key" from attachment order by rowid desc').first('key')
    await FILES.put(String(other), 'bukan foto itu')
  }, state)
  const found = await swept()
  expect([found.code, found.text]).toEqual([
    1,
    expect.stringContaining('2 files, 1 missing, 1 damaged'),
  ])
  const back = await swept('--from', copies)
  expect([back.code, back.text]).toEqual([0, expect.stringContaining('2 files are back')])
  expect((await swept()).text).toContain('2 files, 0 missing, 0 damaged')
})

test('what no copy gives is named, and the command ends with 1', async () => {
  loseBlob(PHOTOS[1])
  const { code, text } = await swept('--from', join(state, 'nothing'))
  expect([code, text]).toEqual([1, expect.stringContaining(said('photo without a copy'))])
})
