import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { inviteSql } from '../../scripts/invite-sql.ts'
import { setPassword, stillOpens } from '../../src/db/credentials.ts'
import { opensAlone, opensNothingAlone, useKey } from '../../src/db/passkeys.ts'
import { account, factor } from '../../src/db/schema/staff.ts'
import {
  createStaff,
  invite,
  inviteAdministrator,
  personOfToken,
  staffByEmail,
} from '../../src/db/staff.ts'
import { addMembership, disableStaff, endRole } from '../../src/db/staff-rights.ts'
import { beginSession } from '../../src/db/staff-sessions.ts'
import { DAY, HOUR } from '../../src/domain/time/time.ts'
import { randomBytes } from '../../src/random.ts'
import { rolesIn } from '../support/staff.ts'
import { TUESDAY, world } from '../support/world.ts'

type Around = Parameters<typeof disableStaff>[0]

const around = async (now = TUESDAY) => ({
  db: (await world()).db,
  now,
  random: randomBytes,
  by: 'staff:uji',
})
const WHY = 'Pindah tugas ke dinas lain.'

test('one address is one person, however it is spelled', async () => {
  const a = await around()
  const person = await createStaff(a, { name: 'Rina', email: ' Rina@Contoh.id ' })
  expect(person?.email).toBe('rina@contoh.id')
  expect(await createStaff(a, { name: 'Lain', email: 'rina@contoh.id' })).toBeNull()
  expect((await staffByEmail(a.db, 'RINA@contoh.id'))?.id).toBe(person?.id)
})

test('an invitation is good for seven days and is not readable in the database', async () => {
  const a = await around()
  const person = await createStaff(a, { name: 'Budi', email: 'budi@contoh.id' })
  const token = await invite(a, { id: person?.id ?? '', email: 'budi@contoh.id' })
  expect((await personOfToken(a.db, token, TUESDAY + 7 * DAY - HOUR))?.name).toBe('Budi')
  expect(await personOfToken(a.db, token, TUESDAY + 7 * DAY)).toBeNull()
  const { results } = await a.db.$client.prepare('select * from verification').all()
  expect(JSON.stringify(results)).not.toContain(token)
})

test('a role that ended stays on record and is not held', async () => {
  const a = await around()
  const person = await createStaff(a, { name: 'Sari', email: 'sari@contoh.id' })
  const id = person?.id ?? ''
  await addMembership(a, id, 'officer', 3)
  await addMembership({ ...a, now: TUESDAY + HOUR }, id, 'officer', 3)
  expect(await rolesIn(3, TUESDAY)).toEqual(['officer'])
  await endRole({ ...a, now: TUESDAY + DAY }, id, { role: 'officer', agencyId: 3 }, WHY)
  expect(await rolesIn(3, TUESDAY + DAY)).toEqual([])
  const { results } = await a.db.$client.prepare('select * from membership').all()
  expect(results).toEqual([
    { user_id: id, role: 'officer', agency_id: 3, since: TUESDAY, until: TUESDAY + DAY },
  ])
})

test('whoever left has no role, no link and no way in', async () => {
  const a = await around()
  const person = await createStaff(a, { name: 'Dewi', email: 'dewi@contoh.id' })
  const id = person?.id ?? ''
  await addMembership(a, id, 'liaison', 4)
  const token = await invite(a, { id, email: 'dewi@contoh.id' })
  await disableStaff(a, id, WHY)
  expect(await rolesIn(4, TUESDAY)).toEqual([])
  expect(await personOfToken(a.db, token, TUESDAY)).toBeNull()
  expect(await staffByEmail(a.db, 'dewi@contoh.id')).toBeNull()
})

test('the first administrator is invited, and once more after having left', async () => {
  const a = await around()
  const who = { name: 'Admin', email: 'admin@contoh.id' }
  const first = await inviteAdministrator(a, who)
  const person = await personOfToken(a.db, first, TUESDAY)
  expect(person?.email).toBe('admin@contoh.id')
  await inviteAdministrator(a, { name: 'Admin lain', email: 'lain@contoh.id' })
  expect(await disableStaff({ ...a, now: TUESDAY + HOUR }, person?.id ?? '', WHY)).not.toBeNull()
  const later = { ...a, now: TUESDAY + 2 * HOUR }
  const again = await inviteAdministrator(later, who)
  expect((await personOfToken(a.db, again, later.now))?.id).toBe(person?.id)
})

test.each([
  ['end', (a: Around, id: string) => endRole(a, id, { role: 'admin', agencyId: null }, WHY)],
  ['disable', (a: Around, id: string) => disableStaff(a, id, WHY)],
])('two administrators who %s each other at the same time leave one', async (_, remove) => {
  const a = await around()
  await a.db.$client.exec(`update membership set until = 0 where role = 'admin'`)
  const ids = await Promise.all(
    ['satu', 'dua'].map(async (name) => {
      const token = await inviteAdministrator(a, { name, email: `${name}-${_}@contoh.id` })
      return (await personOfToken(a.db, token, TUESDAY))?.id ?? ''
    }),
  )
  const done = await Promise.all(ids.map(async (id) => (await remove(a, id)) !== null))
  expect(done.toSorted()).toEqual([false, true])
  const left = ids.filter((_, i) => !done[i])
  const { results } = await a.db.$client
    .prepare(`select user_id as id from membership where role = 'admin' and until is null`)
    .all()
  expect(results).toEqual(left.map((id) => ({ id })))
})

test("the operator's own way in is on record and told, and once more tells nothing", async () => {
  const a = await around()
  for (const table of ['rights_log', 'outbox']) await a.db.$client.exec(`delete from ${table}`)
  const who = { name: 'Rina', email: 'operator@contoh.id' }
  for (const at of [TUESDAY, TUESDAY + HOUR]) {
    const { statements, token } = await inviteSql(who, at, randomBytes)
    for (const one of statements) await a.db.$client.prepare(one).run()
    expect((await personOfToken(a.db, token, at))?.email).toBe(who.email)
  }
  const all = async (sql: string) => (await a.db.$client.prepare(sql).all()).results
  expect(await all('select did, "by", role from rights_log')).toEqual([
    { did: 'granted', by: 'operator', role: 'admin' },
  ])
  expect(await all('select recipient, template from outbox')).toEqual([
    { recipient: 'inspectorate', template: 'rights_changed' },
    { recipient: 'auditor', template: 'rights_changed' },
  ])
})

test('who leaves in the middle of signing in, or of setting a password, does neither', async () => {
  const a = await around()
  const email = 'pergi@contoh.id'
  const person = await createStaff(a, { name: 'Pergi', email })
  const personId = person?.id ?? ''
  const token = await invite(a, { id: personId, email })
  await a.db.$client.prepare('update user set disabled_at = 1 where id = ?1').bind(personId).run()
  const who = { userId: personId, good: sql`true` }
  expect(await beginSession(a, who, HOUR)).toBeNull()
  expect(await setPassword(a, { personId, token, hash: 'scrypt$$' })).toBe(false)
  for (const table of ['session', 'account'])
    expect(
      await a.db.$client
        .prepare(`select count(*) n from ${table} where user_id = ?1`)
        .bind(personId)
        .first('n'),
    ).toBe(0)
})

test('what opened when somebody began to sign in has to open when they are in', async () => {
  const a = await around()
  const person = await createStaff(a, { name: 'Tari', email: 'tari@contoh.id' })
  const userId = person?.id ?? ''
  const token = await invite(a, { id: userId, email: 'tari@contoh.id' })
  await setPassword(a, { personId: userId, token, hash: 'scrypt$1' })
  const material = JSON.stringify({ verified: true, backup: { eligible: true, done: false } })
  await a.db.insert(factor).values({
    ...{ id: 'kunci', userId, kind: 'passkey', material, counter: 0, createdAt: a.now },
  })
  const ways = [stillOpens(userId, 'scrypt$1'), opensAlone('kunci')]
  const begun = () => Promise.all(ways.map((good) => beginSession(a, { userId, good }, HOUR)))
  expect(await begun()).toEqual([expect.any(String), expect.any(String)])
  await a.db.batch([
    opensNothingAlone(a.db, userId, sql`true`),
    a.db.update(account).set({ password: 'scrypt$2' }).where(eq(account.userId, userId)),
  ])
  expect(await begun()).toEqual([null, null])
  // and being used at that moment brings nothing back
  const use = { counter: 0, backup: { eligible: true, done: true } }
  const key = { id: 'kunci', userId }
  expect(await useKey(a, key, use, { id: 'jawaban', until: a.now + HOUR })).toBe('used')
  expect(await begun()).toEqual([null, null])
})
