import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inviteSql } from '../../../scripts/invite-sql.ts'
import { database } from '../../../src/db/database.ts'
import { inviteAdministrator } from '../../../src/db/staff.ts'
import { DAY } from '../../../src/domain/time/time.ts'
import { settleGrants } from '../../../src/jobs/settle-grants.ts'
import { jobWorld } from '../../../src/jobs/world.ts'
import { randomBytes } from '../../../src/random.ts'
import { grants as say } from '../../../src/words/id/grants.ts'
import { withPhone } from '../../support/authenticator.ts'
import { DISHUB } from '../../support/commands.ts'
import { post, request } from '../../support/request.ts'
import { aStaff, sessionOf, signedIn } from '../../support/staff.ts'
import { world } from '../../support/world.ts'

const WHY = 'Ponselnya jatuh ke sungai kemarin.'
type Person = Awaited<ReturnType<typeof aStaff>>
let [rina, budi, leader, officer]: Person[] = []

const is = (one: Person | undefined): Person => {
  if (!one) throw new Error('nobody')
  return one
}

beforeAll(async () => {
  await world()
  env.LIMIT_GUESS.limit = async () => ({ success: true })
  rina = await aStaff('admin', null, 'rina@contoh.id')
  budi = await aStaff('admin', null, 'budi@contoh.id')
  leader = await aStaff('leader', null, 'wali@contoh.id')
  officer = await aStaff('officer', DISHUB, 'dewi@contoh.id')
})

beforeEach(async () => {
  const tables = ['counter', 'session', 'factor', 'outbox', 'rights_log', 'second_reset']
  for (const table of tables) await env.DB.exec(`delete from ${table}`)
  await env.DB.exec('update user set second_since = null')
})

const isIn = async (Cookie: string) =>
  (await request('/petugas/akun', { headers: { Cookie } })).status === 200
const lost = async (whom: Person) => {
  const cookie = await sessionOf(whom)
  await withPhone(whom.id, cookie)
  await env.DB.exec('delete from outbox; delete from rights_log')
  return cookie
}
const ask = async (by: Person, whom: Person) =>
  post(
    `/petugas/staf/${whom.id}/langkah-kedua`,
    { alasan_langkah: WHY },
    { Cookie: await sessionOf(by) },
  )
const waiting = async () =>
  (
    await env.DB.prepare('select id from second_reset where outcome is null').first<{
      id: number
    }>()
  )?.id ?? 0
const answer = async (by: Person, putusan: string, catatan = '') =>
  post(
    `/petugas/persetujuan-langkah-kedua/${await waiting()}`,
    { putusan, catatan },
    { Cookie: await sessionOf(by) },
  )
const log = async () => {
  const rows = await env.DB.prepare('select did, "by" from rights_log order by id').all()
  return rows.results.map((row) => Object.values(row).join(' '))
}
const told = async () => {
  const rows = await env.DB.prepare('select recipient r from outbox order by 1').all<{
    r: string
  }>()
  return rows.results.map(({ r }) => r)
}

describe('of somebody who sees identities', () => {
  test('another administrator asks, a second person says yes, and the password is enough', async () => {
    const theirs = await lost(is(rina))
    const asked = await ask(is(budi), is(rina))
    expect(asked.headers.get('Location')).toContain('kabar=langkah-menunggu')
    expect(await told()).toEqual(['admin', 'auditor', 'inspectorate', 'leader', 'person'])
    expect(await isIn(theirs)).toBe(true)
    const page = await request(`/petugas/persetujuan-peran`, {
      headers: { Cookie: await sessionOf(is(leader)) },
    })
    expect(await page.text()).toContain(say.lostSecond(is(rina).name))
    expect((await answer(is(budi), 'setuju')).status).toBe(422)
    const yes = await answer(is(leader), 'setuju')
    expect(yes.headers.get('Location')).toContain('kabar=langkah')
    expect(await isIn(theirs)).toBe(false)
    expect(await isIn(await signedIn('rina@contoh.id'))).toBe(true)
    expect(await log()).toEqual([
      `reset_asked staff:${is(budi).id}`,
      `second_reset staff:${is(leader).id}`,
    ])
    const left = await env.DB.prepare('select count(*) n from factor').first<{ n: number }>()
    expect(left?.n).toBe(0)
  })

  test('whose account it is says no, and keeps it', async () => {
    const theirs = await lost(is(rina))
    await ask(is(budi), is(rina))
    const id = await waiting()
    const no = await post(
      `/petugas/persetujuan-langkah-kedua/${id}`,
      { putusan: 'tolak', catatan: 'Bukan permintaan saya.' },
      { Cookie: theirs },
    )
    expect(no.headers.get('Location')).toContain('kabar=tolak-langkah')
    expect((await answer(is(leader), 'setuju')).status).toBe(404)
    expect(await isIn(theirs)).toBe(true)
  })

  test('asked twice it waits once, and after a week it is over', async () => {
    const theirs = await lost(is(rina))
    await ask(is(budi), is(rina))
    await ask(is(budi), is(rina))
    expect(await log()).toHaveLength(1)
    await settleGrants(await jobWorld(env, Date.now() + 8 * DAY))
    expect((await log()).at(-1)).toBe('reset_expired timer')
    expect(await isIn(theirs)).toBe(true)
  })

  test('nobody asks for their own', async () => {
    const cookie = await lost(is(rina))
    const own = await post(
      `/petugas/staf/${is(rina).id}/langkah-kedua`,
      { alasan_langkah: WHY },
      { Cookie: cookie },
    )
    expect(own.status).toBe(422)
    expect(await log()).toEqual([])
  })
})

test('of an officer it is taken off at once', async () => {
  const theirs = await lost(is(officer))
  const asked = await ask(is(budi), is(officer))
  expect(asked.headers.get('Location')).toContain('kabar=langkah')
  expect(await isIn(theirs)).toBe(false)
  expect(await isIn(await signedIn('dewi@contoh.id'))).toBe(true)
  expect(await told()).toEqual(['auditor', 'inspectorate', 'person'])
})

describe('where nobody else could say yes, the command line lets in again', () => {
  const who = { name: 'Rina', email: 'rina@contoh.id' }
  const invited = {
    'as the program does it': async () => {
      const around = { db: database(env.DB), now: Date.now(), random: randomBytes }
      await inviteAdministrator(around, who)
    },
    'as the command does it': async () => {
      const { statements } = await inviteSql(who, Date.now(), randomBytes)
      await env.DB.batch(statements.map((one) => env.DB.prepare(one)))
    },
  }
  test.each(Object.entries(invited))('%s', async (_, run) => {
    const theirs = await lost(is(rina))
    await run()
    expect(await isIn(theirs)).toBe(false)
    expect(await isIn(await signedIn(who.email))).toBe(true)
    expect(await log()).toEqual(['second_reset operator'])
    expect(await told()).toEqual(['auditor', 'inspectorate', 'person'])
    await run()
    expect(await log()).toHaveLength(1)
  })
})
