import { describe, expect, it } from 'vitest'
import type { Role } from '../../../src/domain/people/actor.ts'
import { isForStaff } from '../../../src/path-row.ts'
import { paths, patterns } from '../../../src/paths.ts'
import { DISHUB } from '../../support/commands.ts'
import { look, measure, staff } from '../../support/desk.ts'

/** Pages of the staff whose address is whole by itself, and some below them. */
const PAGES = [
  ...Object.values(paths).flatMap((row) =>
    isForStaff(row) && row.get === 'page' && !row.at.includes(':') ? [row.at] : [],
  ),
  '/petugas/pengaturan/opd',
  '/petugas/pengaturan/opd/8',
  '/petugas/kinerja/daftar/lewat',
]

const railIn = (html: string) => /<nav class="views"[\s\S]*?<\/nav>/.exec(html)?.[0] ?? ''
/** Without the jump to a list that only some pages have. */
const linksIn = (html: string) =>
  [...railIn(html).matchAll(/href="([^"]+)"/g)].map(([, at]) => at).filter((at) => at !== '#berkas')

const PEOPLE: [Role, number | null][] = [
  ['admin', null],
  ['verifier', null],
  ['leader', null],
  ['head', DISHUB],
  ['liaison', DISHUB],
]

describe.each(PEOPLE)('the rail of %s', (role, agency) => {
  it('is the same on every page that they may open', async () => {
    const person = await staff(role, agency)
    const home = (await look(person, '/petugas')).location ?? ''
    const whole = linksIn((await look(person, home)).html)
    expect(whole.length).toBeGreaterThan(3)
    for (const at of PAGES) {
      const { html, status } = await look(person, at)
      if (status !== 200) continue
      expect(linksIn(html), at).toEqual(whole)
    }
  })
})

it('says where one is, on the page itself and below it', async () => {
  const admin = await staff('admin')
  const markIn = async (at: string) =>
    /href="([^"]+)" aria-current="(\w+)"/.exec(railIn((await look(admin, at)).html))?.slice(1)
  expect(await markIn(patterns.settings)).toEqual([patterns.settings, 'page'])
  expect(await markIn('/petugas/pengaturan/opd')).toEqual([patterns.settings, 'true'])
  expect(await markIn('/petugas/antrean/koordinasi')).toEqual([
    '/petugas/antrean/koordinasi',
    'page',
  ])
})

it('asks the database for nothing beyond the version of the city', async () => {
  const admin = await staff('admin')
  const { html, trips, rows } = await measure(admin, patterns.staffFile)
  expect(linksIn(html)).toContain('/petugas/antrean/koordinasi')
  expect([trips, rows]).toEqual([1, 1])
})
