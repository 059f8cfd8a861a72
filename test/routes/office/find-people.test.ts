import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { people as say } from '../../../src/words/id/people.ts'
import { DISHUB, PUPR } from '../../support/commands.ts'
import { measure } from '../../support/desk.ts'
import { post, request } from '../../support/request.ts'
import { aStaff, sessionOf } from '../../support/staff.ts'
import { someone, world } from '../../support/world.ts'

const STAFF = 5_000
let cookie = ''

beforeAll(async () => {
  await world()
  cookie = await sessionOf(await aStaff('admin'))
  await env.DB.prepare(
    `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${STAFF})
    insert into user (id, name, email, email_verified, created_at, updated_at, disabled_at)
    select printf('p%05d', i), printf('Pegawai %05d', i), printf('pegawai.%05d@contoh.id', i), 1, i, i,
      iif(i % 10 = 0, i, null) from n`,
  ).run()
  await env.DB.prepare(
    `insert into membership (user_id, role, agency_id, since, until)
    select id, iif(created_at % 2, 'officer', 'liaison'), iif(created_at % 3, ${PUPR}, ${DISHUB}), 1,
      disabled_at from user where id like 'p%'`,
  ).run()
})

const look = async (query: Record<string, string>) => {
  const url = `/petugas/staf?${new URLSearchParams(query)}`
  return (await request(url, { headers: { Cookie: cookie } })).text()
}
const names = (html: string) =>
  [...html.matchAll(/<a href="\/petugas\/staf\/[^"?]+">([^<]+)<\/a>/g)].map(([, name]) => name)

test('a part of a name or of an address finds whoever has it', async () => {
  expect(names(await look({ cari: 'wai 0123' }))).toHaveLength(11)
  expect(names(await look({ cari: '01234' }))).toEqual(['Pegawai 01234'])
  expect(names(await look({ cari: 'GAWAI.01234@' }))).toEqual(['Pegawai 01234'])
  expect(names(await look({ cari: '"; drop (' }))).toEqual([])
  expect(await look({ cari: 'tak seorang pun' })).toContain(say.noneFound)
  expect(await look({ cari: 'ab' })).toContain(say.findShort)
})

test('agency, role and account narrow it, and the role is the one held in that agency', async () => {
  const found = names(await look({ cari: '0012', di_opd: String(PUPR), sebagai: 'officer' }))
  expect(found).toEqual(['Pegawai 00127', 'Pegawai 00125', 'Pegawai 00121'])
  expect(names(await look({ cari: '0012', akun: 'nonaktif' }))).toEqual(['Pegawai 00120'])
  expect(names(await look({ cari: '0012', akun: 'aktif', sebagai: 'liaison' }))).toHaveLength(5)
  expect(names(await look({ sebagai: 'admin' }))).toEqual(['Uji admin'])
})

test('pages follow each other without a gap or a double, and keep what was asked for', async () => {
  const seen: (string | undefined)[] = []
  let url: string | undefined = `/petugas/staf?cari=pegawai+00&di_opd=${DISHUB}`
  while (url) {
    const html: string = await (await request(url, { headers: { Cookie: cookie } })).text()
    seen.push(...names(html))
    url = /<a href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
  }
  // every third of those below a thousand, but for those who left
  expect(seen).toHaveLength(Math.floor(999 / 3) - Math.floor(999 / 30))
  expect(new Set(seen).size).toBe(seen.length)
})

test('who gets a role, another name or leaves is found so at once', async () => {
  const person = await aStaff('officer', DISHUB, 'mula-mula@contoh.id')
  const send = (noun: string, fields: Record<string, string>) =>
    post(`/petugas/staf/${person.id}/${noun}`, fields, { Cookie: cookie })
  const why = 'Salah ketik saat diundang.'
  await send('nama', { nama: 'Zulkifli Hasan', nama_lama: person.name, alasan_nama: why })
  expect(names(await look({ cari: 'kifli' }))).toEqual(['Zulkifli Hasan'])
  await send('peran', { peran: 'head', opd: String(PUPR), alasan: why })
  const asHead = { cari: 'kifli', sebagai: 'head', di_opd: String(PUPR) }
  expect(names(await look(asHead))).toEqual(['Zulkifli Hasan'])
  await send('penonaktifan', { yakin: 'ya', alasan_nonaktif: why })
  expect(names(await look(asHead))).toEqual([])
  expect(names(await look({ cari: 'kifli', akun: 'nonaktif' }))).toEqual(['Zulkifli Hasan'])
})

test.each([
  [{ cari: 'pegawai' }],
  [{ cari: '01234' }],
  [{ cari: 'pegawai', di_opd: String(PUPR), sebagai: 'officer', akun: 'aktif' }],
  [{ akun: 'aktif', setelah: 'p02500' }],
  [{ setelah: 'p02500' }],
] as Record<string, string>[][])(
  'among 5,000, %o reads no more rows than a page may',
  async (query) => {
    const url = `/petugas/staf?${new URLSearchParams(query)}`
    const { rows, trips, status } = await measure(someone('admin'), url)
    expect(status).toBe(200)
    expect(rows).toBeLessThanOrEqual(200)
    expect(trips).toBeLessThanOrEqual(3)
  },
)
