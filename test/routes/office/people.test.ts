import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { database } from '../../../src/db/database.ts'
import { addMembership } from '../../../src/db/staff-rights.ts'
import { people as say } from '../../../src/words/id/people.ts'
import { DISHUB, INSPEKTORAT, PUPR } from '../../support/commands.ts'
import { measure, staff } from '../../support/desk.ts'
import { aCase, give as command, routeTo } from '../../support/handled.ts'
import { post, request } from '../../support/request.ts'
import { aStaff, sessionOf, signedIn } from '../../support/staff.ts'
import { someone, world } from '../../support/world.ts'

const sent: { to: string; text: string }[] = []
/** Letters of what went before may still be on their way. */
const sentTo = (email: string) => sent.filter(({ to }) => to === email)
let admin: { id: string; cookie: string }

beforeAll(async () => {
  await world()
  const { id } = await aStaff('admin')
  admin = { id, cookie: await sessionOf({ id, name: '', email: '' }) }
})

beforeEach(async () => {
  sent.length = 0
  // the local binding writes letters to files that this runtime cannot read
  Object.assign(env.MAIL, { send: async (mail: { to: string; text: string }) => sent.push(mail) })
  env.LIMIT_GUESS.limit = async () => ({ success: true })
  await env.DB.exec('delete from counter')
})

const see = (path: string, cookie = admin.cookie) => request(path, { headers: { Cookie: cookie } })
const reason = 'Menggantikan petugas yang pindah.'
const WHY = {
  alasan: reason,
  alasan_akhir: reason,
  alasan_nonaktif: reason,
  alasan_aktif: reason,
}
const give = (path: string, fields: Record<string, string> = {}, cookie = admin.cookie) =>
  post(path, { ...WHY, ...fields }, { Cookie: cookie })

const invited = async (email: string, fields: Record<string, string> = {}) => {
  const form = { nama: 'Maya Tanjung', email, peran: 'officer', opd: String(DISHUB), ...fields }
  const answer = await give('/petugas/staf', form)
  expect(answer.status, await answer.clone().text()).toBe(303)
  return (answer.headers.get('Location') ?? '').replace(/\?.*/, '')
}

const rolesOf = async (path: string) => {
  const { results } = await env.DB.prepare(
    'select role, agency_id as agency from membership where user_id = ? and until is null',
  )
    .bind(path.split('/').at(-1))
    .all<{ role: string; agency: number }>()
  return results.map(({ role, agency }) => `${role} ${agency}`)
}

const linkIn = (letter: { text: string } | undefined) =>
  new URL(/https:\S+\/petugas\/sandi\/\S+/.exec(letter?.text ?? '')?.[0] ?? '').pathname

test('an invited person sets a password by the letter and signs in with the role', async () => {
  const path = await invited(' Maya@Contoh.id ')
  expect(await (await see(`${path}?kabar=diundang`)).text()).toContain(say.done.diundang)
  expect(await (await see('/petugas/staf')).text()).toContain(say.states.invited)
  expect(sent.map(({ to }) => to)).toEqual(['maya@contoh.id'])
  expect(sent[0]?.text).toContain(say.roles.officer)
  const sandi = 'empat kata yang mudah'
  expect((await post(linkIn(sent[0]), { sandi, ulangi: sandi })).status).toBe(303)
  const cookie = await signedIn('maya@contoh.id', sandi)
  expect((await see('/petugas/antrean/opd', cookie)).status).toBe(200)
  expect(await (await see(path)).text()).toContain(say.states.active)
})

test('nobody but an administrator finds these pages', async () => {
  const path = await invited('tertutup@contoh.id')
  const verifier = await sessionOf(await aStaff('verifier'))
  for (const url of ['/petugas/staf', path]) expect((await see(url, verifier)).status).toBe(404)
  const forms = [
    '/petugas/staf',
    ...['peran', 'peran/pencabutan', 'penonaktifan', 'pengaktifan', 'undangan'].map(
      (noun) => `${path}/${noun}`,
    ),
  ]
  for (const url of forms) {
    const answer = await give(url, { peran: 'officer', opd: String(DISHUB), yakin: 'ya' }, verifier)
    expect(answer.status, url).toBe(404)
  }
  expect(await rolesOf(path)).toEqual([`officer ${DISHUB}`])
})

test('the same address twice: says so, keeps what was typed, leads to the person, sends nothing', async () => {
  const path = await invited('dua@contoh.id')
  sent.length = 0
  const form = { nama: 'Nama Lain', email: 'DUA@contoh.id', peran: 'head', opd: String(PUPR) }
  const answer = await give('/petugas/staf', form)
  expect(answer.status).toBe(422)
  const html = await answer.text()
  for (const kept of [say.known, 'value="Nama Lain"', 'value="DUA@contoh.id"', `href="${path}"`])
    expect(html).toContain(kept)
  expect(html).toMatch(/<option value="head" selected/)
  expect(html).toMatch(new RegExp(`<option value="${PUPR}" selected`))
  expect(sentTo('dua@contoh.id')).toEqual([])
})

test('a role given twice at once is held once', async () => {
  const path = await invited('peran-ganda@contoh.id')
  const post = () => give(`${path}/peran`, { peran: 'head', opd: String(PUPR) })
  const answers = await Promise.all([post(), post(), post()])
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
  expect((await rolesOf(path)).sort()).toEqual([`head ${PUPR}`, `officer ${DISHUB}`])
})

test('whoever lost the role before they came is not invited by the same form again', async () => {
  const path = await invited('pernah@contoh.id')
  await give(`${path}/peran/pencabutan`, { peran_akhir: `officer:${DISHUB}` })
  const form = { nama: 'Maya Tanjung', email: 'pernah@contoh.id', peran: 'officer' }
  expect((await give('/petugas/staf', { ...form, opd: String(DISHUB) })).status).toBe(422)
})

test.each(['in a row', 'at once'])('the same invitation sent twice %s is one', async (how) => {
  const email = `ganda-${how === 'at once'}@contoh.id`
  const form = { nama: 'Maya Tanjung', email, peran: 'officer', opd: String(DISHUB) }
  const post = () => give('/petugas/staf', form)
  const answers =
    how === 'at once' ? await Promise.all([post(), post()]) : [await post(), await post()]
  const paths = answers.map(({ headers }) => headers.get('Location')?.replace(/\?.*/, ''))
  expect(answers.map(({ status }) => status)).toEqual([303, 303])
  expect(paths[0]).toBe(paths[1])
  expect(sentTo(email)).toHaveLength(1)
  expect(await rolesOf(paths[0] ?? '')).toEqual([`officer ${DISHUB}`])
})

test.each([
  [{ nama: ' ' }, 'nama', say.nameMissing],
  [{ nama: 'a'.repeat(121) }, 'nama', say.nameLong],
  [{ email: 'maya' }, 'email', say.emailWrong],
  [{ peran: '' }, 'peran', say.roleMissing],
  [{ peran: 'king' }, 'peran', say.roleMissing],
  [{ opd: '' }, 'opd', say.agencyMissing],
  [{ opd: '999' }, 'opd', say.agencyMissing],
  [{ alasan: 'bebas' }, 'alasan', say.reasonMissing],
])('%o is not taken, and the summary leads to the field', async (wrong, field, why) => {
  const form = { nama: 'Maya', email: 'x@contoh.id', peran: 'officer', opd: String(DISHUB) }
  const answer = await give('/petugas/staf', { ...form, ...wrong })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(`<a href="#${field}">${why}</a>`)
  expect(sentTo('x@contoh.id')).toEqual([])
})

test('a role of the whole city takes no agency, the Inspektorat its own', async () => {
  const path = await invited('kota@contoh.id', { peran: 'verifier' })
  await give(`${path}/peran`, { peran: 'inspectorate', opd: '' })
  const { results } = await env.DB.prepare(
    'select role, agency_id as agency from role_grant where user_id = ? order by role',
  )
    .bind(path.split('/').at(-1))
    .all()
  expect(results).toEqual([
    { role: 'inspectorate', agency: INSPEKTORAT },
    { role: 'verifier', agency: 0 },
  ])
})

test('a role that ended is not held from the next request on, and stays on record', async () => {
  const path = await invited('akhir@contoh.id')
  await give(`${path}/peran/pencabutan`, { peran_akhir: `officer:${DISHUB}` })
  const around = { db: database(env.DB), now: Date.now() - 1000 }
  await addMembership(around, path.split('/').at(-1) ?? '', 'admin', null)
  const cookie = await sessionOf({ id: path.split('/').at(-1) ?? '', name: '', email: '' })
  expect((await see('/petugas/staf', cookie)).status).toBe(200)
  const fields = { peran_akhir: 'admin:0' }
  for (let twice = 0; twice < 2; twice++)
    expect((await give(`${path}/peran/pencabutan`, fields)).status).toBe(303)
  expect((await see('/petugas/staf', cookie)).status).toBe(404)
  expect(await rolesOf(path)).toEqual([])
  const kept = await env.DB.prepare(
    "select until from membership where user_id = ? and role = 'admin'",
  )
    .bind(path.split('/').at(-1))
    .first<{ until: number }>()
  expect(kept?.until).toBeGreaterThan(0)
})

test('a disabled person is out at once, everywhere, and cannot use an old link', async () => {
  const path = await invited('pergi@contoh.id')
  const link = linkIn(sent[0])
  const cookie = await sessionOf({ id: path.split('/').at(-1) ?? '', name: '', email: '' })
  expect((await give(`${path}/penonaktifan`)).status).toBe(422)
  expect((await see('/petugas/antrean/opd', cookie)).status).toBe(200)
  expect((await give(`${path}/penonaktifan`, { yakin: 'ya' })).status).toBe(303)
  const out = await see('/petugas/antrean/opd', cookie)
  expect(out.headers.get('Location')).toContain('/petugas/masuk')
  expect((await request(link)).status).toBe(410)
  expect(await (await see(path)).text()).toContain(say.disabledNote)
  for (const noun of ['peran', 'peran/pencabutan', 'undangan'])
    expect((await give(`${path}/${noun}`, { peran: 'verifier' })).status).not.toBe(303)
})

test('a disabled person is enabled again, without a role, and can be given one', async () => {
  const path = await invited('kembali@contoh.id')
  await give(`${path}/penonaktifan`, { yakin: 'ya' })
  expect(await (await see(path)).text()).toContain(say.enable)
  for (let twice = 0; twice < 2; twice++)
    expect((await give(`${path}/pengaktifan`)).headers.get('Location')).toBe(`${path}?kabar=aktif`)
  expect(await rolesOf(path)).toEqual([])
  const role = { peran: 'head', opd: String(PUPR) }
  expect((await give(`${path}/peran`, role)).status).toBe(303)
  expect((await give(`${path}/undangan`)).headers.get('Location')).toBe(`${path}?kabar=diundang`)
  expect(await rolesOf(path)).toEqual([`head ${PUPR}`])
})

test('an administrator can neither end the own admin role nor disable the own account', async () => {
  const own = `/petugas/staf/${admin.id}`
  const end = await give(`${own}/peran/pencabutan`, { peran_akhir: 'admin:0' })
  expect([end.status, (await end.text()).includes(say.ownAdmin)]).toEqual([422, true])
  const off = await give(`${own}/penonaktifan`, { yakin: 'ya' })
  expect([off.status, (await off.text()).includes(say.ownAccount)]).toEqual([422, true])
  const html = await (await see(own)).text()
  expect(html).not.toContain('/penonaktifan')
  expect(html).not.toContain('/pencabutan')
})

test('an invitation is sent again with a link of its own', async () => {
  const path = await invited('lagi@contoh.id')
  const answer = await give(`${path}/undangan`)
  expect(answer.headers.get('Location')).toBe(`${path}?kabar=diundang`)
  const [first, second, ...others] = sentTo('lagi@contoh.id')
  expect(others).toEqual([])
  expect(linkIn(second)).not.toBe(linkIn(first))
  expect((await request(linkIn(second))).status).toBe(200)
})

test('a letter that is refused is said, and the person is kept', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {})
  Object.assign(env.MAIL, { send: () => Promise.reject(new Error('no mailbox gagal@contoh.id')) })
  const form = { nama: 'Maya', email: 'gagal@contoh.id', peran: 'officer', opd: String(DISHUB) }
  const answer = await give('/petugas/staf', form)
  expect(answer.headers.get('Location')).toContain('kabar=tidak-terkirim')
  expect(JSON.stringify(warned.mock.calls)).not.toContain('gagal@contoh.id')
  warned.mockRestore()
})

test('every change of rights is logged by ids alone', async () => {
  const logged = vi.spyOn(console, 'log').mockImplementation(() => {})
  const path = await invited('catat@contoh.id')
  const person = path.split('/').at(-1)
  await give(`${path}/peran`, { peran: 'head', opd: String(PUPR) })
  await give(`${path}/peran/pencabutan`, { peran_akhir: `head:${PUPR}` })
  await give(`${path}/penonaktifan`, { yakin: 'ya' })
  await give(`${path}/pengaktifan`)
  const lines = logged.mock.calls.map(([line]) => line).filter((line) => line.what === 'rights')
  logged.mockRestore()
  expect(lines.map(({ did }) => did)).toEqual([
    'granted',
    'granted',
    'ended',
    'disabled',
    'enabled',
  ])
  for (const line of lines) expect(line).toMatchObject({ by: admin.id, person })
  expect(JSON.stringify(lines)).not.toMatch(/catat@|Maya/)
})

test('pages by name, without a name in the address, none twice, within 200 rows read', async () => {
  const insert = env.DB.prepare(
    `insert into user (id, name, email, created_at, updated_at) values (?, ?, ?, 0, 0)`,
  )
  const role = env.DB.prepare(
    'insert into membership (user_id, role, agency_id, since) values (?, ?, ?, 0)',
  )
  const many = Array.from({ length: 70 }, (_, i) => `banyak-${i}`)
  await env.DB.batch(
    many.flatMap((id, i) => [
      insert.bind(id, `${i % 2 ? 'zul' : 'Zul'} ${i % 7}`, `${id}@contoh.id`),
      role.bind(id, 'officer', DISHUB),
      role.bind(id, 'liaison', PUPR),
    ]),
  )
  const by = await staff('admin')
  const seen: string[] = []
  let next: string | undefined = '/petugas/staf'
  while (next) {
    const cost: Awaited<ReturnType<typeof measure>> = await measure(by, next)
    expect(cost.rows + 3).toBeLessThanOrEqual(200)
    expect(cost.trips + 1).toBeLessThanOrEqual(4)
    expect(cost.bytes).toBeLessThanOrEqual(14_000)
    seen.push(
      ...[...cost.html.matchAll(/<td><a href="\/petugas\/staf\/([^"]+)"/g)].map((m) => m[1] ?? ''),
    )
    next = /href="([^"]+)" rel="next"/.exec(cost.html)?.[1]?.replaceAll('&amp;', '&')
  }
  const all = await env.DB.prepare('select id from user order by name collate nocase, id').all<{
    id: string
  }>()
  expect(seen).toEqual(all.results.map(({ id }) => id))
})

test('the last liaison of an agency with open work stays until there is another', async () => {
  const now = Date.now() - 60_000
  const { s, id } = await aCase(now, 'received')
  await command(s, id, someone('verifier'), now, routeTo(DISHUB))
  await env.DB.prepare('delete from membership where agency_id = ?').bind(DISHUB).run()
  const path = await invited('terakhir@contoh.id', { peran: 'liaison', opd: String(DISHUB) })
  const name = s.city.agencies.find((one) => one.id === DISHUB)?.shortName ?? ''
  const disable = () => give(`${path}/penonaktifan`, { yakin: 'ya' })
  const end = () => give(`${path}/peran/pencabutan`, { peran_akhir: `liaison:${DISHUB}` })
  for (const refused of [await disable(), await end()]) {
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain(say.lastLiaison(name))
  }
  expect(await rolesOf(path)).toEqual([`liaison ${DISHUB}`])
  await invited('berikutnya@contoh.id', { peran: 'liaison', opd: String(DISHUB) })
  expect((await end()).status).toBe(303)
  expect(await rolesOf(path)).toEqual([])
})

test('so does the last verifier, while a report waits for one', async () => {
  const { id } = await aCase(Date.now() - 60_000, 'received')
  await env.DB.exec(`delete from membership where role = 'verifier'`)
  const last = await aStaff('verifier', null, 'verifikator-terakhir@contoh.id')
  const path = `/petugas/staf/${last.id}`
  const disable = () => give(`${path}/penonaktifan`, { yakin: 'ya' })
  const end = () => give(`${path}/peran/pencabutan`, { peran_akhir: 'verifier:0' })
  for (const refused of [await disable(), await end()]) {
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain(say.lastVerifier)
  }
  expect(await rolesOf(path)).toEqual(['verifier 0'])
  // what they are besides may end
  await addMembership({ db: database(env.DB), now: 0 }, last.id, 'officer', DISHUB)
  const other = { peran_akhir: `officer:${DISHUB}` }
  expect((await give(`${path}/peran/pencabutan`, other)).status).toBe(303)
  await env.DB.prepare('update assignment set open = 0 where complaint_id <> ?').bind(id).run()
  await env.DB.prepare('update assignment set agency_id = -1 where complaint_id = ?').bind(id).run()
  expect((await end()).status).toBe(422)
  await aStaff('verifier', null, 'verifikator-baru@contoh.id')
  expect((await end()).status).toBe(303)
  expect(await rolesOf(path)).toEqual([])
})
