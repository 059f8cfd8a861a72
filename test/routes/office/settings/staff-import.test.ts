import { env } from 'cloudflare:workers'
import { beforeAll, expect, test, vi } from 'vitest'
import { database } from '../../../../src/db/database.ts'
import { importById } from '../../../../src/db/imports.ts'
import type { ImportState } from '../../../../src/domain/city/imports.ts'
import { runImports, workOn } from '../../../../src/jobs/imports/run-imports.ts'
import { jobWorld } from '../../../../src/jobs/world.ts'
import { settings as say } from '../../../../src/words/id/settings.ts'
import { rows } from '../../../support/handled.ts'
import { ORIGIN, post, request } from '../../../support/request.ts'
import { aStaff, sessionOf } from '../../../support/staff.ts'
import { world } from '../../../support/world.ts'

const db = database(env.DB)
const mailed: string[] = []
let admin = { id: '', cookie: '' }

beforeAll(async () => {
  await world()
  const { id } = await aStaff('admin', null, 'admin-uji@contoh.id')
  await aStaff('leader', null, 'pimpinan-uji@contoh.id')
  admin = { id, cookie: await sessionOf({ id, name: '', email: '' }) }
  Object.assign(env.MAIL, { send: async (mail: { to: string }) => mailed.push(mail.to) })
})

const see = async (path: string) =>
  (await request(path, { headers: { Cookie: admin.cookie } })).text()

const uploaded = async (text: string) => {
  const body = new FormData()
  body.append('tabel', new File([text], 'staf.csv', { type: 'text/csv' }))
  const headers = { Cookie: admin.cookie, Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin' }
  const answer = await request('/petugas/pengaturan/staf/impor', { method: 'POST', body, headers })
  expect(answer.status, await answer.clone().text()).toBe(303)
  const id = Number((answer.headers.get('Location') ?? '').split('/').at(-1))
  const run = await importById(db, id)
  const mapping = Object.entries(run?.mapping ?? {}).map(([k, v]) => [k, String(v)])
  await post(`/petugas/impor/${id}`, Object.fromEntries(mapping), { Cookie: admin.cookie })
  return until(id, 'checked')
}

const until = async (id: number, state: ImportState) => {
  await vi.waitFor(async () => expect((await importById(db, id))?.state).toBe(state), 20_000)
  const run = await importById(db, id)
  if (!run) throw new Error('no run')
  return run
}

/** As the page that was looked at sends it. */
const start = async (id: number, { cookie } = admin) => {
  const versi = JSON.stringify((await importById(db, id))?.mapping)
  return post(`/petugas/impor/${id}/jalankan`, { versi }, { Cookie: cookie })
}

const started = async (id: number) => {
  await start(id)
  return until(id, 'done')
}

const TABLE = [
  'nama;email;peran;opd',
  'Maya Tanjung;Maya@contoh.id;petugas;Dishub',
  'Maya Tanjung;maya@contoh.id;penghubung;dinas-perhubungan',
  'Vina Wijaya;vina@contoh.id;verifikator;',
  'Tanpa OPD;tanpa@contoh.id;petugas;',
  'OPD salah;salah@contoh.id;petugas;tidak-ada',
  'Peran salah;peran@contoh.id;raja;',
  ';bukan-alamat;petugas;Dishub',
  'Saya Sendiri;admin-uji@contoh.id;verifikator;',
].join('\n')

test.each([
  ['typed, a line for each', (cells: string[]) => cells.join('; ')],
  ['copied from a spreadsheet', (cells: string[]) => cells.join('\t')],
])('several people are invited by a field of text, %s', async (how, lineOf) => {
  const path = '/petugas/pengaturan/staf/impor'
  const key = how.length
  const people = [
    ['Rudi Hartono', `rudi${key}@contoh.id`, 'petugas', 'Dishub'],
    ['Sari Dewi', `sari${key}@contoh.id`, 'raja', ''],
  ]
  const tempel = people.map(lineOf).join('\r\n')
  const answer = await post(path, { tempel }, { Cookie: admin.cookie })
  expect(answer.status).toBe(303)
  const id = Number((answer.headers.get('Location') ?? '').split('/').at(-1))
  const mapping = Object.entries((await importById(db, id))?.mapping ?? {})
  await post(
    `/petugas/impor/${id}`,
    Object.fromEntries(mapping.map(([name, at]) => [name, String(at)])),
    { Cookie: admin.cookie },
  )
  expect((await until(id, 'checked')).counts).toMatchObject({ added: 1, refused: 1 })
  const html = await see(`/petugas/impor/${id}`)
  for (const text of ['Rudi Hartono', 'petugas', 'Dishub', say.faults.unknown('Peran')])
    expect(html).toContain(text)
  await started(id)
  expect(await rows(`select 1 from user where email = 'rudi${key}@contoh.id'`)).toHaveLength(1)
})

test('what is neither chosen nor pasted is asked for, and what was pasted stays', async () => {
  const path = '/petugas/pengaturan/staf/impor'
  const none = await post(path, { tempel: ' ' }, { Cookie: admin.cookie })
  expect([none.status, await none.text()]).toEqual([422, expect.stringContaining('href="#tabel"')])
  const text = 'nama;email;peran;opd'
  const bare = await post(path, { tempel: text }, { Cookie: admin.cookie })
  expect(bare.status).toBe(422)
  const html = await bare.text()
  for (const part of ['href="#tempel"', `${text}</textarea>`]) expect(html).toContain(part)
})

test('each line is judged in words, taken in once, and invited once', async () => {
  const run = await uploaded(TABLE)
  expect(run.counts).toEqual({ added: 2, changed: 1, same: 0, refused: 5 })
  expect(await rows(`select 1 from user where email like 'maya@%'`)).toEqual([])
  const html = await see(`/petugas/impor/${run.id}`)
  expect(html).toContain(say.lineFaults.staff_self)
  expect((await started(run.id)).counts).toEqual({ added: 2, changed: 1, same: 0, refused: 5 })
  const held = await rows(
    `select u.email, m.role from membership m join user u on u.id = m.user_id
      where u.email in ('maya@contoh.id', 'vina@contoh.id') order by m.role`,
  )
  expect(held).toEqual([
    { email: 'maya@contoh.id', role: 'liaison' },
    { email: 'maya@contoh.id', role: 'officer' },
  ])
  // a role that sees identities waits for a second yes, and is invited with it
  const waiting = await rows(
    `select u.email, g.asked_by as "by" from role_grant g join user u on u.id = g.user_id`,
  )
  expect(waiting).toEqual([{ email: 'vina@contoh.id', by: admin.id }])
  expect(mailed.filter((to) => to.endsWith('@contoh.id') && /maya|vina/.test(to))).toEqual([
    'maya@contoh.id',
  ])

  const again = await uploaded(TABLE)
  expect(again.counts).toEqual({ added: 0, changed: 0, same: 3, refused: 5 })
  expect(await rows(`select 1 from role_grant`)).toHaveLength(1)
})

test('cut off after any line and taken up again, it leaves each person, role and letter once', async () => {
  mailed.length = 0
  const lines = [1, 2, 3].map((n) => `Orang ${n};orang-${n}@contoh.id;petugas;Dishub`)
  const run = await uploaded(['nama;email;peran;opd', ...lines].join('\n'))
  await rows(`update import_run set state = 'running' where id = ?`, run.id)
  await rows('update import_line set fate = null, faults = null where run_id = ?', run.id)
  // the first line was taken in and the run died before that was written down
  const world = { db, now: Date.now(), env, by: `staff:${admin.id}` }
  const { importerOf } = await import('../../../../src/jobs/imports/importers.ts')
  const session = await importerOf('staf')?.open(world, false)
  const first = { nama: 'Orang 1', email: 'orang-1@contoh.id', peran: 'petugas', opd: 'Dishub' }
  expect(await session?.line(first)).toEqual({ fate: 'added' })
  const running = await importById(db, run.id)
  if (running) await workOn(world, running, 1)
  await runImports(await jobWorld(env, Date.now()))
  expect((await importById(db, run.id))?.state).toBe('done')
  const held = await rows(
    `select count(*) as n from membership m join user u on u.id = m.user_id
      where u.email like 'orang-%'`,
  )
  expect(held).toEqual([{ n: 3 }])
  // letters of tables that came before may go out meanwhile
  const invited = mailed.filter((to) => to.startsWith('orang-'))
  expect(invited.toSorted()).toEqual([1, 2, 3].map((n) => `orang-${n}@contoh.id`))
})

test('what goes out comes in again unchanged, and holds no secret', async () => {
  const out = await see('/petugas/pengaturan/staf/tabel.csv')
  expect(out.split('\n')[0]).toContain('nama')
  expect(out).toContain('maya@contoh.id')
  expect(out).not.toMatch(/pbkdf2|scrypt|argon|token/i)
  const run = await uploaded(out)
  expect(run.counts).toEqual({ added: 0, changed: 0, same: run.lines, refused: 0 })
})

test('somebody who left is named, and not let in by a table', async () => {
  await rows(`update user set disabled_at = 1 where email = 'orang-3@contoh.id'`)
  const run = await uploaded('nama;email;peran;opd\nOrang 3;orang-3@contoh.id;kepala;Dishub')
  expect(run.counts.refused).toBe(1)
  expect(await see(`/petugas/impor/${run.id}`)).toContain(say.lineFaults.staff_left)
})

test('whoever starts somebody else’s table acts, and gives themselves no role by it', async () => {
  const other = await aStaff('admin', null, 'admin-kedua@contoh.id')
  const table = 'nama;email;peran;opd\nKedua;admin-kedua@contoh.id;petugas;Dishub\n'
  const run = await uploaded(table)
  const cookie = await sessionOf({ id: other.id, name: '', email: '' })
  await start(run.id, { id: other.id, cookie })
  expect((await until(run.id, 'done')).counts).toMatchObject({ added: 0, changed: 0, refused: 1 })
  const held = await rows(
    `select role from membership where user_id = '${other.id}' and until is null`,
  )
  expect(held).toEqual([{ role: 'admin' }])
})

test('a table is started as it was looked at: columns named anew meanwhile are looked at first', async () => {
  const other = await aStaff('admin', null, 'admin-ketiga@contoh.id')
  const cookie = await sessionOf({ id: other.id, name: '', email: '' })
  const run = await uploaded(
    'nama;email;catatan;peran;opd\nTiga;tiga@contoh.id;admin-ketiga@contoh.id;petugas;Dishub\n',
  )
  const shown = await see(`/petugas/impor/${run.id}`)
  const versi = JSON.stringify(run.mapping)
  expect(shown).toContain(`name="versi" value="${versi.replaceAll('"', '&quot;')}"`)
  const anew = { nama: '0', email: '2', peran: '3', opd: '4' }
  await post(`/petugas/impor/${run.id}`, anew, { Cookie: cookie })
  await until(run.id, 'checked')
  const held = () =>
    rows(`select 1 from membership where user_id = ? and role = 'officer'`, other.id)
  for (const sent of [{ versi }, { versi: '' }]) {
    const answer = await post(`/petugas/impor/${run.id}/jalankan`, sent, { Cookie: admin.cookie })
    expect([answer.status, await held()]).toEqual([409, []])
    expect(await answer.text()).toContain(say.csv.mappedAnew)
  }
  expect((await importById(db, run.id))?.state).toBe('checked')
})

test('whoever is no administrator any more does nothing by a table that still runs', async () => {
  const gone = await aStaff('admin', null, 'admin-lalu@contoh.id')
  const run = await uploaded('nama;email;peran;opd\nEmpat;empat@contoh.id;petugas;Dishub\n')
  const by = `staff:${gone.id}`
  await rows(`update import_run set state = 'running', by = ? where id = ?`, by, run.id)
  await rows('update import_line set fate = null, faults = null where run_id = ?', run.id)
  await rows('update membership set until = 1 where user_id = ?', gone.id)
  await runImports(await jobWorld(env, Date.now()))
  expect(await rows(`select 1 from user where email = 'empat@contoh.id'`)).toEqual([])
  expect((await importById(db, run.id))?.state).toBe('checked')
  // whoever is there starts it anew, and acts by it
  expect((await started(run.id)).counts.added).toBe(1)
})
