import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, inject, test } from 'vitest'
import type { PathName } from '../../src/paths.ts'
import { pathList, sampleUrl } from '../support/path-list.ts'
import { afterUndo } from './support/letters.ts'
import { newPage } from './support/pages.ts'
import { fetchSite, sql } from './support/site.ts'
import { fileReport, type Lodged, photosOf } from './support/steps.ts'

/** Words that stand nowhere else, so that one match anywhere is a leak. */
const words = {
  text: 'Selokan mampet di belakang gudang Zakiyyalam sejak hujan Kamis malam.',
  landmark: 'gudang Zakiyyalam',
  name: 'Nurbayaqistina Wardhaniloka',
  phone: '081299887766',
  email: 'nurbayaqistina@warga.example',
}
const FILE = 'kamarnurbayaqistina'
const NEVER = ['zakiyyalam', 'nurbayaqistina', 'wardhaniloka', '081299887766', '81299887766', FILE]

let lodged: Lodged
let photoId: string
let photo: Buffer

beforeAll(async () => {
  const page = await newPage()
  lodged = await fileReport(page, words)
  const files = await photosOf(`${FILE}.png`)
  await page.locator('#berkas').setInputFiles(files)
  await page.getByRole('button', { name: 'Unggah' }).click()
  await page.getByText('Berkas Anda tersimpan.').waitFor()
  const href = await page.locator('a[href*="/berkas/"]').first().getAttribute('href')
  photoId = href?.split('/').at(-1) ?? ''
  photo = Buffer.from(await (await page.context().request.get(href ?? '')).body())
  await page.context().close()
  await afterUndo()
})

const found = (bytes: Buffer | string): string[] => {
  const text = (typeof bytes === 'string' ? bytes : bytes.toString('latin1')).toLowerCase()
  return NEVER.filter((secret) => text.includes(secret))
}

test('before release, no page for everyone shows a word, name, contact or byte of a report', async () => {
  const sample = { nomor: lodged.reference, photo: photoId, oneTime: 'x'.repeat(40) }
  const addresses = (Object.keys(pathList) as PathName[])
    .filter((name) => pathList[name].methods.includes('GET'))
    .map((name) => sampleUrl(name, sample))
  const searches = ['zakiyyalam', 'selokan mampet', 'gudang', 'Nurbayaqistina', lodged.reference]
  const others = [
    ...searches.map((q) => `/laporan?q=${encodeURIComponent(q)}`),
    '/laporan?kategori=3',
    '/laporan?kecamatan=1&status=received',
    '/tidak/ada',
    `/laporan/${lodged.reference}/`,
    `/laporan/${lodged.reference}.json`,
  ]
  for (const path of [...addresses, ...others])
    for (const accept of ['text/html', 'application/json', 'text/plain', 'application/rss+xml']) {
      const answer = await fetchSite(path, { headers: { Accept: accept } })
      const bytes = Buffer.from(await answer.arrayBuffer())
      const typed = decodeURIComponent(path.split('q=')[1] ?? '').toLowerCase()
      // a search box repeats what was sought, and nothing more than that
      const leaked = found(bytes).filter((secret) => !typed.includes(secret))
      expect(leaked, `${path} as ${accept}`).toEqual([])
      if (typed) expect(bytes.toString(), path).not.toContain('Selokan mampet di belakang')
      expect(bytes.includes(photo.subarray(60, 160)), path).toBe(false)
      expect(found([...answer.headers].join()), path).toEqual([])
    }
})

/** Every file of the site's storage, write-ahead logs too. */
const stored = (): { path: string; bytes: Buffer }[] =>
  readdirSync(inject('storage'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('playwright'))
    .map((path) => ({ path, bytes: readFileSync(path) }))

test('the raw files of database, bucket and queue hold no name, telephone, address or file name', async () => {
  // what a reporter wrote is there, or this test would look in the wrong place
  await sql('pragma wal_checkpoint(truncate)').catch(() => [])
  const files = stored()
  const database = files.filter(({ path }) => /\.sqlite(-wal)?$/.test(path))
  expect(database.some(({ bytes }) => bytes.includes('gudang Zakiyyalam'))).toBe(true)
  expect(files.some(({ bytes }) => bytes.includes(photo.subarray(60, 160)))).toBe(true)
  const personal = NEVER.filter((secret) => secret !== 'zakiyyalam')
  for (const { path, bytes } of files) {
    // the letter itself, as the local mail keeps it, is addressed to its reader
    if (path.includes('email')) continue
    expect(
      found(bytes).filter((secret) => personal.includes(secret)),
      path,
    ).toEqual([])
  }
})
