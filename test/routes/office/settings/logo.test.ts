import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { loadCity } from '../../../../src/db/city.ts'
import { database } from '../../../../src/db/database.ts'
import { isLogo, MOST_LOGO_BYTES } from '../../../../src/domain/city/logo.ts'
import { fromBase64url } from '../../../../src/domain/text/bytes.ts'
import { acceptFile } from '../../../../src/files/accept.ts'
import { pngPixels } from '../../../../src/files/png-pixels.ts'
import { settings as say } from '../../../../src/words/id/settings.ts'
import { bytesOf, cameraTiff, exifSegment, insertAt } from '../../../fixtures/media-builders.ts'
import { pictures } from '../../../fixtures/pictures.ts'
import { SAMPLE_LOGO } from '../../../fixtures/sample-logo.ts'
import { photo } from '../../../support/photos.ts'
import { request } from '../../../support/request.ts'
import { SAME_ORIGIN } from '../../../support/sample-world.ts'
import { aStaff, sessionOf } from '../../../support/staff.ts'
import { world } from '../../../support/world.ts'

const db = database(env.DB)
const PATH = '/petugas/pengaturan/identitas/0'
const sample = fromBase64url(SAMPLE_LOGO) ?? new Uint8Array(0)
let Cookie = ''

beforeAll(async () => {
  await world()
  Cookie = await sessionOf(await aStaff('admin'))
  env.LIMIT_GUESS.limit = async () => ({ success: true })
})

const page = async (path: string) => (await request(path, { headers: { Cookie } })).text()
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
const give = async (file: Uint8Array | null, changes: Record<string, string> = {}) => {
  const html = await page(PATH)
  const fields = {
    ...{ nama_kota: 'Kota Dumai', awalan: 'DMI', opd_pengelola: 'diskominfotiksan' },
    ...{ opd_inspektorat: 'inspektorat', logo: hidden(html, 'logo') },
    ...{ versi: hidden(html, 'versi'), ...changes },
  }
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  if (file) body.append('logo_berkas', new File([file], 'lambang kota.png'))
  return request(PATH, { method: 'POST', body, headers: { ...SAME_ORIGIN, Cookie } })
}
const kept = async () => (await loadCity(db)).settings.logo
const address = async () => /<link rel="icon" href="([^"]+)"/.exec(await page('/'))?.[1] ?? ''

test('without one the program’s own mark stands in every head', async () => {
  expect(await address()).toBe('/favicon.svg')
  for (const path of ['/', '/widget/dinas-perhubungan', '/petugas/pengaturan'])
    expect(await page(path), path).toContain('<path fill="currentColor"')
  expect((await request('/logo/apa.png')).status).toBe(404)
})

test.each([
  ['PNG', () => sample],
  ['JPEG', () => photo(1600, 900)],
  ['WebP', () => pictures.lossyWebp],
] as const)('a logo as %s is drawn anew, small, and stands in every head', async (_, file) => {
  expect((await give(await file())).headers.get('Location')).toBe(`${PATH}?kabar=disimpan`)
  const stands = (await kept()) ?? ''
  expect(isLogo(stands)).toBe(true)
  const png = fromBase64url(stands) ?? new Uint8Array(0)
  expect(png.length).toBeLessThanOrEqual(MOST_LOGO_BYTES)
  expect(acceptFile(png)).toMatchObject({ ok: true, type: 'image/png', removed: [] })
  const at = await address()
  for (const path of ['/', '/lapor', '/widget/dinas-perhubungan', '/petugas/pengaturan'])
    expect(await page(path), path).toContain(`<image href="${at}"`)
  const answer = await request(at)
  expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([...png])
  expect(answer.headers.get('Content-Type')).toBe('image/png')
  expect(answer.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
})

test('what lets through still does, and nothing of the file but its look is kept', async () => {
  await give(sample)
  const before = pngPixels(sample)
  expect(pngPixels(fromBase64url((await kept()) ?? '') ?? new Uint8Array(0))).toEqual(before)
  await give(insertAt(await photo(64, 64), 2, exifSegment(cameraTiff({ orientation: 6 }))))
  expect(atob(((await kept()) ?? '').replaceAll('-', '+').replaceAll('_', '/'))).not.toMatch(/Exif/)
})

test('under the address of an older one stands the one that there is', async () => {
  const old = await address()
  await give(sample)
  expect(await address()).not.toBe(old)
  const answer = await request(old, { redirect: 'manual' })
  expect(answer.headers.get('Location')).toBe(await address())
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
})

test.each([
  ['an animation', () => bytesOf('GIF89a'), 'unknown_type'],
  ['SVG', () => new TextEncoder().encode('<svg><script/></svg>'), 'unknown_type'],
  ['half a picture', () => sample.slice(0, 120), 'damaged'],
] as const)('refused beside its field, with whatever else is wrong: %s', async (_, file, why) => {
  const before = await kept()
  const answer = await give(file(), { awalan: 'dumai', nama_kota: 'Kota Dumai Baru' })
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toContain(say.pictures.refused[why])
  for (const field of ['logo_berkas', 'awalan']) expect(html).toContain(`href="#${field}"`)
  expect(html).toContain('value="Kota Dumai Baru"')
  expect([await kept(), (await loadCity(db)).settings.cityName]).toEqual([before, 'Kota Dumai'])
})

test('a logo that came with a wrong word is still in the form that is given back', async () => {
  const answer = await give(pictures.lossyWebp, { awalan: 'dumai' })
  expect(answer.status).toBe(422)
  const logo = hidden(await answer.text(), 'logo')
  expect(logo).not.toBe(await kept())
  await give(null, { logo })
  expect(await kept()).toBe(logo)
})

test('taken away, on record, and brought to another city by the table', async () => {
  const stood = (await kept()) ?? ''
  const table = await page('/petugas/pengaturan/identitas/tabel.csv')
  expect(table).toContain(stood)
  expect((await give(null, { logo_hapus: 'ya' })).status).toBe(303)
  expect(await kept()).toBeUndefined()
  expect(await address()).toBe('/favicon.svg')
  const trail = await page('/petugas/pengaturan/jejak')
  expect(trail).toContain(say.from('Logo kota', say.pictures.some, say.emptyValue))
  expect(trail).not.toContain(stood)
})

test('what is no small PNG is not taken as one, by whatever way it comes', async () => {
  for (const logo of ['bukan', 'A'.repeat(5000), SAMPLE_LOGO.repeat(20)]) {
    const answer = await give(null, { logo })
    expect(answer.status).toBe(422)
  }
  expect(await kept()).toBeUndefined()
})
