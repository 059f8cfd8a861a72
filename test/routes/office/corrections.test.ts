import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '../../../src/db/database.ts'
import type { Person } from '../../../src/db/staff.ts'
import { invite, issueToken } from '../../../src/db/staff.ts'
import { type City, rulesOf } from '../../../src/domain/city/city.ts'
import type { Role } from '../../../src/domain/people/actor.ts'
import { DAY, HOUR } from '../../../src/domain/time/time.ts'
import { settleGrants } from '../../../src/jobs/settle-grants.ts'
import { jobWorld } from '../../../src/jobs/world.ts'
import { email as byEmail } from '../../../src/letters/channels/email.ts'
import { deliver } from '../../../src/letters/deliver.ts'
import { randomBytes } from '../../../src/random.ts'
import { grants } from '../../../src/words/id/grants.ts'
import { people as say } from '../../../src/words/id/people.ts'
import { DISHUB, INSPEKTORAT } from '../../support/commands.ts'
import { post, request } from '../../support/request.ts'
import { aStaff, sessionOf, signedIn } from '../../support/staff.ts'
import { world } from '../../support/world.ts'

const WHY = 'Salah ketik saat diundang.'
const sent: { to: string; text: string }[] = []
let number = 0

beforeEach(async () => {
  await world()
  sent.length = 0
  Object.assign(env.MAIL, { send: async (mail: { to: string; text: string }) => sent.push(mail) })
  env.LIMIT_GUESS.limit = async () => ({ success: true })
  const tables = ['membership', 'role_grant', 'email_change', 'rights_log', 'outbox', 'delivery']
  for (const table of [...tables, 'counter']) await env.DB.exec(`delete from ${table}`)
})

const around = (now = Date.now()) => ({ db: database(env.DB), now, random: randomBytes })
const someone = (role: Role, agency: number | null = null) =>
  aStaff(role, agency, `betul-${role}-${number++}@contoh.id`)
const as = async (who: Person, path: string, fields?: Record<string, string>) => {
  const Cookie = await sessionOf(who)
  return fields ? post(path, fields, { Cookie }) : request(path, { headers: { Cookie } })
}
const row = (whom: Person) =>
  env.DB.prepare('select name, email from user where id = ?')
    .bind(whom.id)
    .first<{ name: string; email: string }>()
const fresh = () => `baru-${number++}@contoh.id`
const readdress = (by: Person, whom: Person, email: string, email_lama = whom.email) =>
  as(by, `/petugas/staf/${whom.id}/email`, { email, email_lama, alasan_email: WHY })
const rename = (by: Person, whom: Person, nama: string, nama_lama = whom.name) =>
  as(by, `/petugas/staf/${whom.id}/nama`, { nama, nama_lama, alasan_nama: WHY })
const delegateOf = (city: City) => rulesOf(city).delegateAgencyId ?? 0
const open = async () => {
  const { results } = await env.DB.prepare(
    'select id, ripens_at as ripensAt from email_change where outcome is null',
  ).all<{ id: number; ripensAt: number | null }>()
  return results
}
const answer = (by: Person, id: number, putusan = 'setuju') =>
  as(by, `/petugas/persetujuan-email/${id}`, { putusan, catatan: WHY })
const log = async () => {
  const { results } = await env.DB.prepare('select did, detail from rights_log order by id').all<{
    did: string
    detail: string | null
  }>()
  return results.filter(({ did }) => did !== 'invited').map(({ did, detail }) => [did, detail])
}
const letters = async () => {
  const { results } = await env.DB.prepare(
    'select id, template, recipient from outbox order by id',
  ).all<{ id: number; template: string; recipient: string }>()
  return results
}
const told = async () =>
  (await letters()).map(({ template, recipient }) => `${template} ${recipient}`).sort()

describe('a name', () => {
  test('is corrected, with who, why and what it was, and is told of', async () => {
    const [me, whom] = [await someone('admin'), await someone('officer', DISHUB)]
    const after = await rename(me, whom, '  Budi   Santoso ')
    expect(after.headers.get('Location')).toBe(`/petugas/staf/${whom.id}?kabar=nama`)
    expect((await row(whom))?.name).toBe('Budi Santoso')
    expect(await log()).toEqual([['renamed', 'Uji officer → Budi Santoso']])
    expect(await told()).toEqual(['rights_changed auditor', 'rights_changed inspectorate'])
    const page = await (await as(me, '/petugas/persetujuan-peran')).text()
    expect(page).toContain('Uji officer → Budi Santoso')
  })

  test('the same form twice is one change', async () => {
    const [me, whom] = [await someone('admin'), await someone('officer', DISHUB)]
    await rename(me, whom, 'Budi')
    expect((await rename(me, whom, 'Budi')).status).toBe(303)
    expect(await log()).toHaveLength(1)
  })

  test('two administrators at once: the second keeps their words and sees the first one', async () => {
    const [me, other] = [await someone('admin'), await someone('admin')]
    const whom = await someone('officer', DISHUB)
    await rename(me, whom, 'Budi Santoso')
    const late = await rename(other, whom, 'Budi Susanto')
    expect(late.status).toBe(409)
    const html = await late.text()
    for (const kept of [
      say.renamedMeanwhile,
      'name="nama_lama" value="Budi Santoso"',
      'value="Budi Susanto"',
      `value="${WHY}"`,
    ])
      expect(html).toContain(kept)
    expect((await row(whom))?.name).toBe('Budi Santoso')
  })
})

describe('an address of somebody who sees no identities', () => {
  test('is corrected at once: old sessions, links and the password are good for nothing', async () => {
    const [me, whom] = [await someone('admin'), await someone('officer', DISHUB)]
    const cookie = await signedIn(whom.email)
    const links = [await invite(around(), whom), await issueToken(around(), whom, HOUR)]
    const email = fresh()
    expect((await readdress(me, whom, ` ${email.toUpperCase()} `)).headers.get('Location')).toBe(
      `/petugas/staf/${whom.id}?kabar=email`,
    )
    expect((await row(whom))?.email).toBe(email)
    for (const token of links) expect((await request(`/petugas/sandi/${token}`)).status).toBe(410)
    expect((await post('/petugas/keluar-semua', {}, { Cookie: cookie })).status).toBe(401)
    await expect(signedIn(email)).rejects.toThrow('422')
    await expect(signedIn(whom.email)).rejects.toThrow('422')
    const link = sent.find(({ to }) => to === email)?.text ?? ''
    const path = /\/petugas\/sandi\/\S+/.exec(link)?.[0] ?? ''
    const sandi = 'empat kata yang mudah'
    expect((await post(path, { sandi, ulangi: sandi })).status).toBe(303)
    await signedIn(email, sandi)
  })

  test('is on record, and told to the old mailbox, the new one, Inspektorat and auditors, once', async () => {
    const [me, whom] = [await someone('admin'), await someone('officer', DISHUB)]
    const email = fresh()
    await readdress(me, whom, email)
    expect(await log()).toEqual([['email_changed', `${whom.email} → ${email}`]])
    expect(await told()).toEqual([
      'email_changed new_address',
      'email_changed old_address',
      'rights_changed auditor',
      'rights_changed inspectorate',
    ])
    sent.length = 0
    const posting = { db: database(env.DB), env, channel: byEmail(env.MAIL), now: Date.now() }
    for (const { id, template } of await letters()) {
      if (template !== 'email_changed') continue
      expect(await deliver(posting, id)).toEqual({ kind: 'done' })
      expect(await deliver(posting, id)).toEqual({ kind: 'done' })
    }
    expect(sent.map(({ to }) => to).sort()).toEqual([email, whom.email].sort())
    // the old mailbox may be a stranger's
    const old = sent.find(({ to }) => to === whom.email)?.text
    expect(old).not.toContain(email)
    expect(old).not.toContain(whom.name)
  })

  test('a link that was being made for the old mailbox meanwhile opens nothing', async () => {
    const [me, whom] = [await someone('admin'), await someone('officer', DISHUB)]
    await readdress(me, whom, fresh())
    const token = await issueToken(around(), whom, HOUR)
    expect((await request(`/petugas/sandi/${token}`)).status).toBe(410)
  })

  test('another administrator was faster, or the address is taken: the words stay', async () => {
    const [me, other] = [await someone('admin'), await someone('admin')]
    const whom = await someone('officer', DISHUB)
    await readdress(me, whom, fresh())
    const late = await readdress(other, whom, 'terlambat@contoh.id')
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('value="terlambat@contoh.id"')
    const now = (await row(whom))?.email ?? ''
    const taken = await readdress(me, whom, other.email, now)
    expect(taken.status).toBe(422)
    expect(await taken.text()).toContain(say.known)
    expect((await row(whom))?.email).toBe(now)
  })
})

describe('an address of somebody who sees identities or decides on them', () => {
  test.each(['admin', 'verifier', 'inspectorate', 'leader', 'auditor'] as Role[])(
    'of %s waits for a second person; until then everything stays, and the holder is told',
    async (role) => {
      const [me, other] = [await someone('admin'), await someone('leader')]
      const whom = await someone(role, role === 'inspectorate' ? INSPEKTORAT : null)
      const email = fresh()
      const asked = await readdress(me, whom, email)
      expect(asked.headers.get('Location')).toContain('kabar=email-menunggu')
      expect((await row(whom))?.email).toBe(whom.email)
      expect(await told()).toContain('email_changed old_address')
      await signedIn(whom.email)
      const [{ id } = { id: 0 }] = await open()
      expect((await answer(me, id)).status).toBe(422)
      if (role !== 'verifier') expect((await answer(whom, id)).status).not.toBe(303)
      expect((await row(whom))?.email).toBe(whom.email)
      expect((await answer(other, id)).headers.get('Location')).toContain('kabar=email')
      expect((await row(whom))?.email).toBe(email)
      expect(sent.map(({ to }) => to)).toContain(email)
      expect(await log()).toEqual([
        ['email_asked', `${whom.email} → ${email}`],
        ['email_changed', `${whom.email} → ${email}`],
      ])
    },
  )

  test('so does one of the agency that handles those about Inspektorat', async () => {
    const { city } = await world()
    const [me, whom] = [await someone('admin'), await someone('officer', delegateOf(city))]
    await readdress(me, whom, fresh())
    expect(await open()).toHaveLength(1)
    expect((await row(whom))?.email).toBe(whom.email)
  })

  test.each(['admin', 'verifier', 'leader', 'inspectorate', 'auditor', 'officer'] as Role[])(
    'is refused by whoever it belongs to, %s, also where nobody else could',
    async (role) => {
      const { city } = await world()
      const agency = { inspectorate: INSPEKTORAT, officer: delegateOf(city) }[role as string]
      const [me, whom] = [await someone('admin'), await someone(role, agency ?? null)]
      const page = '/petugas/persetujuan-peran'
      await readdress(me, whom, fresh())
      const html = await (await as(whom, page)).text()
      expect(html).toContain(grants.ownAddress)
      expect(html.includes('value="setuju"')).toBe(false)
      const seesLog = html.includes(grants.log)
      expect(seesLog).toBe(role !== 'verifier' && role !== 'officer')
      const [{ id } = { id: 0 }] = await open()
      expect((await answer(whom, id)).status).toBe(422)
      expect((await answer(whom, id, 'tolak')).status).toBe(303)
      expect(await open()).toEqual([])
      await settleGrants(await jobWorld(env, Date.now() + 4 * DAY, { enqueue: async () => {} }))
      expect((await row(whom))?.email).toBe(whom.email)
      expect((await log()).map(([did]) => did)).toEqual(['email_asked', 'email_refused'])
    },
  )

  test('of somebody else it stays out of sight and out of reach', async () => {
    const [me, whom] = [await someone('admin'), await someone('auditor')]
    const other = await someone('verifier')
    await readdress(me, whom, fresh())
    expect((await as(other, '/petugas/persetujuan-peran')).status).toBe(404)
    const [{ id } = { id: 0 }] = await open()
    expect((await answer(other, id, 'tolak')).status).toBe(404)
    await readdress(me, other, fresh())
    expect((await answer(other, id, 'tolak')).status).toBe(422)
    expect(await (await as(other, '/petugas/persetujuan-peran')).text()).not.toContain(whom.email)
    expect(await open()).toHaveLength(2)
  })

  test('so does one for whom such a role waits, and one who got it while the page was open', async () => {
    const [me, other] = [await someone('admin'), await someone('admin')]
    const whom = await someone('officer', DISHUB)
    await as(me, `/petugas/staf/${whom.id}/peran`, { peran: 'auditor', opd: '', alasan: WHY })
    await readdress(me, whom, fresh())
    expect(await open()).toHaveLength(1)
    expect((await row(whom))?.email).toBe(whom.email)
    expect((await as(other, '/petugas/persetujuan-peran')).status).toBe(200)
  })

  test('the own address waits for another person, and where nobody else could say yes it stays', async () => {
    const me = await someone('admin')
    const refused = await readdress(me, me, fresh())
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain(say.ownEmail)
    const other = await someone('leader')
    await readdress(me, me, fresh())
    const [{ id } = { id: 0 }] = await open()
    expect((await answer(me, id)).status).toBe(422)
    expect((await answer(other, id)).status).toBe(303)
    expect((await row(me))?.email).not.toBe(me.email)
  })

  test('where nobody else could say yes it comes by itself after three days, not before', async () => {
    const [me, whom] = [await someone('admin'), await someone('auditor')]
    const email = fresh()
    await readdress(me, whom, email)
    const ripensAt = (await open())[0]?.ripensAt ?? 0
    const at = async (now: number) =>
      settleGrants(await jobWorld(env, now, { enqueue: async () => {} }))
    await at(ripensAt - 1)
    expect((await row(whom))?.email).toBe(whom.email)
    await at(ripensAt)
    expect((await row(whom))?.email).toBe(email)
    expect(ripensAt - Date.now()).toBeGreaterThan(2.9 * DAY)
  })

  test('refused, taken back or over it changes nothing', async () => {
    const [me, other] = [await someone('admin'), await someone('admin')]
    const whom = await someone('auditor')
    await readdress(me, whom, fresh())
    expect((await answer(other, (await open())[0]?.id ?? 0, 'tolak')).status).toBe(303)
    await readdress(me, whom, fresh())
    expect((await answer(me, (await open())[0]?.id ?? 0, 'tolak')).status).toBe(303)
    await readdress(me, whom, fresh())
    await settleGrants(await jobWorld(env, Date.now() + 8 * DAY, { enqueue: async () => {} }))
    expect(await open()).toEqual([])
    expect((await row(whom))?.email).toBe(whom.email)
    expect((await log()).map(([did]) => did)).toEqual([
      ...['email_asked', 'email_refused', 'email_asked', 'email_refused'],
      ...['email_asked', 'email_expired'],
    ])
  })

  test('an address that somebody else took meanwhile is said, and changes nobody', async () => {
    const [me, other] = [await someone('admin'), await someone('admin')]
    const whom = await someone('auditor')
    const email = fresh()
    await readdress(me, whom, email)
    await aStaff('officer', DISHUB, email)
    const late = await answer(other, (await open())[0]?.id ?? 0)
    expect(late.status).toBe(409)
    expect(await late.text()).toContain(grants.emailTaken)
    expect((await row(whom))?.email).toBe(whom.email)
  })
})
