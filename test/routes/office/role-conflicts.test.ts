import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Person } from '../../../src/db/staff.ts'
import { people as say } from '../../../src/words/id/people.ts'
import { DISHUB, PUPR } from '../../support/commands.ts'
import { hiddenIn } from '../../support/html-forms.ts'
import { post, request } from '../../support/request.ts'
import { aStaff, sessionOf } from '../../support/staff.ts'
import { world } from '../../support/world.ts'

const WHY = 'Menggantikan rekan yang pindah.'
let [me, other] = ['', '']
let number = 0

beforeAll(async () => {
  await world()
  me = await sessionOf(await aStaff('admin', null, 'satu@contoh.id'))
  other = await sessionOf(await aStaff('admin', null, 'dua@contoh.id'))
})

beforeEach(async () => {
  await env.DB.exec('delete from counter')
})

const someone = () => aStaff('officer', DISHUB, `bentrok-${number++}@contoh.id`)
const pathOf = ({ id }: Person) => `/petugas/staf/${id}`
const send = (Cookie: string, path: string, fields: Record<string, string>) =>
  post(path, fields, { Cookie })
/** What each form of the page says that it read. */
const readOn = async (whom: Person) => {
  const page = await request(pathOf(whom), { headers: { Cookie: me } })
  return { peran_lama: hiddenIn(await page.text(), 'peran_lama') }
}
const add = (by: string, whom: Person, fields: Record<string, string>) =>
  send(by, `${pathOf(whom)}/peran`, { opd: String(PUPR), alasan: WHY, ...fields })
const end = (by: string, whom: Person, fields: Record<string, string> = {}) =>
  send(by, `${pathOf(whom)}/peran/pencabutan`, {
    ...{ peran_akhir: `officer:${DISHUB}`, alasan_akhir: WHY, ...fields },
  })
const disable = (by: string, whom: Person) =>
  send(by, `${pathOf(whom)}/penonaktifan`, { yakin: 'ya', alasan_nonaktif: WHY })
const rolesOf = async ({ id }: Person) => {
  const { results } = await env.DB.prepare(
    'select role from membership where user_id = ? and until is null order by role',
  )
    .bind(id)
    .all<{ role: string }>()
  return results.map(({ role }) => role)
}

test('a role ended meanwhile: the one to be added waits for another look, with its words', async () => {
  const whom = await someone()
  const seen = await readOn(whom)
  await end(other, whom)
  const late = await add(me, whom, { ...seen, peran: 'head' })
  expect(late.status).toBe(409)
  const html = await late.text()
  for (const kept of [say.rolesMeanwhile, `value="${WHY}"`, 'value="head" selected'])
    expect(html).toContain(kept)
  expect(await rolesOf(whom)).toEqual([])
  const again = await add(me, whom, {
    peran: 'head',
    peran_lama: hiddenIn(html, 'peran_lama'),
  })
  expect(again.status).toBe(303)
  expect(await rolesOf(whom)).toEqual(['head'])
})

test('so does one to be ended, where another was given or asked for', async () => {
  for (const peran of ['head', 'verifier']) {
    const whom = await someone()
    const seen = await readOn(whom)
    await add(other, whom, { peran })
    const late = await end(me, whom, seen)
    expect(late.status).toBe(409)
    expect(await late.text()).toContain(`value="${WHY}"`)
    expect(await rolesOf(whom)).toContain('officer')
  }
})

test('what was wished stands already: sent twice, or given by another in the same words', async () => {
  const whom = await someone()
  const seen = await readOn(whom)
  for (const by of [me, me, other])
    expect((await add(by, whom, { ...seen, peran: 'head' })).status).toBe(303)
  for (const by of [me, other]) expect((await end(by, whom)).status).toBe(303)
  expect(await rolesOf(whom)).toEqual(['head'])
})

test('disabled meanwhile: every form of the page says so and keeps its words', async () => {
  const whom = await someone()
  await disable(other, whom)
  const ways = {
    peran: { peran: 'head', opd: String(PUPR), alasan: WHY },
    email: { email: 'baru@contoh.id', email_lama: whom.email, alasan_email: WHY },
    'langkah-kedua': { alasan_langkah: WHY },
  }
  for (const [noun, fields] of Object.entries(ways)) {
    const late = await send(me, `${pathOf(whom)}/${noun}`, fields)
    expect([noun, late.status]).toEqual([noun, 409])
    const html = await late.text()
    expect(html).toContain(say.disabledMeanwhile)
    expect(html).toContain(WHY)
  }
  expect((await send(me, `${pathOf(whom)}/undangan`, {})).status).toBe(409)
  // all of them have ended with it
  expect((await end(me, whom)).status).toBe(303)
  expect(await rolesOf(whom)).toEqual([])
})
