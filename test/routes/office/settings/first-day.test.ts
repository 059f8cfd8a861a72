import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { seedCity } from '../../../../seed/city.ts'
import { emptyCityRows } from '../../../../seed/empty-city.ts'
import { loadCity } from '../../../../src/db/city.ts'
import { database } from '../../../../src/db/database.ts'
import { runSchedule, schedule } from '../../../../src/jobs/schedule.ts'
import { paths } from '../../../../src/paths.ts'
import { settings as say } from '../../../../src/words/id/settings.ts'
import { post, request } from '../../../support/request.ts'
import { aStaff, sessionOf } from '../../../support/staff.ts'

const db = database(env.DB)
const HOME = '/petugas/pengaturan'
let Cookie = ''
let admin = ''

beforeAll(async () => {
  await seedCity(db, emptyCityRows('tanggap@kota.contoh.id'))
  admin = await sessionOf(await aStaff('admin'))
  Cookie = admin
  env.LIMIT_GUESS.limit = async () => ({ success: true })
})

const see = async (path: string) => {
  const answer = await request(path, { headers: { Cookie } })
  return { status: answer.status, text: await answer.text() }
}
const save = async (at: string, fields: Record<string, string>) => {
  const { text } = await see(`${HOME}/${at}`)
  const versi = /name="versi" value="(\d+)"/.exec(text)?.[1] ?? '0'
  const answer = await post(`${HOME}/${at}`, { versi, ...fields }, { Cookie })
  return [answer.status, answer.headers.get('Location') ?? (await answer.text())] as const
}
/** State of each step, as the page says it. */
const states = async () => {
  const { text } = await see(HOME)
  const [, list = ''] = /hari-pertama[\s\S]*?<ol>([\s\S]*?)<\/ol>/.exec(text) ?? []
  return list
    .split('<li>')
    .slice(1)
    .map((item) => /<b><span[^>]*>.<\/span> ([^<]+)<\/b>/.exec(item)?.[1])
}
const { done, missing, sample } = say.firstDay.states

const FIXED = (Object.values(paths) as { at: string; get?: string }[])
  .filter(({ at, get }) => get && !at.includes(':'))
  .map(({ at }) => at)

test.each(['admin', 'leader', 'inspectorate', 'auditor'] as const)(
  'in an empty city every page answers: %s',
  async (role) => {
    if (role !== 'admin') Cookie = await sessionOf(await aStaff(role))
    const wrong: [string, number][] = []
    for (const at of FIXED) {
      const { status } = await see(at)
      if (status >= 500) wrong.push([at, status])
    }
    Cookie = admin
    expect(wrong).toEqual([])
  },
)

test.each(Object.keys(schedule))('in an empty city no job of %s fails', async (cron) => {
  const done = await runSchedule(env, cron, Date.now())
  expect(Object.entries(done).filter(([, counts]) => counts === 'failed')).toEqual([])
})

test('the checklist says of each step whether it is done, missing or a sample, and leads to it', async () => {
  expect(await states()).toEqual([
    ...[sample, sample, sample, sample, missing, missing, missing],
    ...[done, missing, missing, missing, missing],
  ])
  const { text } = await see(HOME)
  expect(text).toContain(say.firstDay.counted(1, 12))
  for (const [, at = ''] of text.matchAll(/<li><a href="([^"]+)">/g))
    expect((await see(at)).status, at).toBeLessThan(400)
  expect(text).toContain(say.cityFaults.without_verifier)
  expect(text).not.toContain(say.firstDay.open)
})

test('step by step each is done; what is right as it came is saved as it is', async () => {
  await save('identitas/0', { nama_kota: 'Kota Bitung', awalan: 'BTG' })
  expect((await states())[0]).toBe(done)
  await save('pengelola/0', {
    ...{ nama: 'Diskominfo Kota Bitung', jabatan: 'Kepala Bidang', alamat_kantor: 'Jalan Sam 1' },
    ...{ telepon: '(0438) 21234', surel: 'pengaduan@bitungkota.go.id' },
  })
  expect((await states())[1]).toBe(done)
  expect(await save('jam-kerja/0', { zona: '420', buka: '07.30', tutup: '16.00' })).toEqual([
    303,
    `${HOME}/jam-kerja/0?kabar=disimpan`,
  ])
  expect((await states())[2]).toBe(done)
  const { text } = await see(`${HOME}/di-luar-kami/0`)
  const field = (name: string) =>
    new RegExp(`<textarea[^>]*name="${name}"[^>]*>([^<]*)<`).exec(text)?.[1]?.trim() ?? ''
  await save('di-luar-kami/0', {
    ...{ darurat_telepon: '112', darurat_untuk: 'Kebakaran' },
    ...{ instansi_lanjutan: field('instansi_lanjutan'), cara_lain: field('cara_lain') },
  })
  expect((await states())[3]).toBe(done)
  expect((await loadCity(db)).settings.samples).toEqual([])
})

test('the button opens the form only once nothing is missing; then the checklist goes', async () => {
  const opd = { nama: 'Dinas Kominfo', singkatan: 'Diskominfo', alamat: 'diskominfo', aktif: 'ya' }
  expect((await save('opd/baru', { ...opd, bentuk: 'dinas' }))[0]).toBe(303)
  expect((await states())[4]).toBe(missing)
  const identity = { nama_kota: 'Kota Bitung', awalan: 'BTG', opd_pengelola: 'diskominfo' }
  await save('identitas/0', identity)
  await save('wilayah/baru', { nama: 'Maesa', kode_wilayah: '71.72.06', aktif: 'ya' })
  expect((await states())[5]).toBe(missing)
  const village = { nama: 'Bitung Tengah', kode_wilayah: '71.72.06.1001', kecamatan: '71.72.06' }
  await save('wilayah/baru', { ...village, aktif: 'ya' })
  await save('kategori/baru', { nama: 'Jalan', alamat: 'jalan', opd: 'diskominfo', aktif: 'ya' })
  expect((await see(HOME)).text).not.toContain(say.firstDay.open)
  await aStaff('verifier', null, 'verifikator@contoh.id')
  const { text } = await see(HOME)
  const [, form = ''] = /hari-pertama[\s\S]*?<form([\s\S]*?)<\/form>/.exec(text) ?? []
  expect(form).toContain(say.firstDay.open)
  const fields = Object.fromEntries(
    [...form.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  )
  const answer = await post(`${HOME}/penerimaan/0`, fields as Record<string, string>, { Cookie })
  expect(answer.status).toBe(303)
  expect((await see('/lapor')).text).toContain('Bitung Tengah')
  expect((await states()).filter((state) => state !== done)).toEqual([missing, missing])
})

test('whoever nobody takes up reports for is named, until somebody does', async () => {
  expect((await see(HOME)).text).toContain(say.firstDay.alone('Diskominfo'))
  const [agency] = (await loadCity(db)).agencies
  const { id } = await aStaff('liaison', agency?.id ?? 0, 'penghubung@contoh.id')
  await env.DB.prepare('update account set password = null where user_id = ?').bind(id).run()
  expect((await see(HOME)).text).toContain(say.firstDay.alone('Diskominfo'))
  await env.DB.prepare(`update account set password = 'x' where user_id = ?`).bind(id).run()
  expect((await states()).filter((state) => state !== done)).toEqual([missing])
})
