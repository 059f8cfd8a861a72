import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '../../../src/db/database.ts'
import { outboxRow } from '../../../src/db/outbox.ts'
import type { Person } from '../../../src/db/staff.ts'
import { rulesOf } from '../../../src/domain/city/city.ts'
import type { Role } from '../../../src/domain/people/actor.ts'
import { DAY } from '../../../src/domain/time/time.ts'
import { settleGrants } from '../../../src/jobs/settle-grants.ts'
import { jobWorld } from '../../../src/jobs/world.ts'
import { deliver } from '../../../src/letters/deliver.ts'
import { grants as say } from '../../../src/words/id/grants.ts'
import { people } from '../../../src/words/id/people.ts'
import { DISHUB, INSPEKTORAT } from '../../support/commands.ts'
import { post, request } from '../../support/request.ts'
import { aStaff, sessionOf } from '../../support/staff.ts'
import { world } from '../../support/world.ts'

const WHY = 'Menggantikan Sari yang pensiun.'
const sent: { to: string; text: string }[] = []
let number = 0

beforeEach(async () => {
  await world()
  sent.length = 0
  Object.assign(env.MAIL, { send: async (mail: { to: string; text: string }) => sent.push(mail) })
  env.LIMIT_GUESS.limit = async () => ({ success: true })
  for (const table of ['membership', 'role_grant', 'rights_log', 'outbox', 'delivery'])
    await env.DB.exec(`delete from ${table}`)
})

const someone = (role: Role, agency: number | null = null) =>
  aStaff(role, agency, `hak-${role}-${number++}@contoh.id`)
const as = async (who: Person, path: string, fields?: Record<string, string>) => {
  const Cookie = await sessionOf(who)
  return fields ? post(path, fields, { Cookie }) : request(path, { headers: { Cookie } })
}
const ask = (by: Person, whom: Person, peran: Role, opd = '') =>
  as(by, `/petugas/staf/${whom.id}/peran`, { peran, opd, alasan: WHY })
const answer = (by: Person, id: number, putusan: string, catatan = '') =>
  as(by, `/petugas/persetujuan-peran/${id}`, { putusan, catatan })

const held = async ({ id }: Person) => {
  const { results } = await env.DB.prepare(
    'select role from membership where user_id = ? and until is null order by role',
  )
    .bind(id)
    .all<{ role: string }>()
  return results.map(({ role }) => role)
}
const waiting = async () => {
  const { results } = await env.DB.prepare(
    'select id, role, ripens_at as ripensAt from role_grant where outcome is null',
  ).all<{ id: number; role: Role; ripensAt: number | null }>()
  return results
}
const log = async () => {
  const { results } = await env.DB.prepare(
    'select did, "by", user_id as person, role, reason from rights_log order by id',
  ).all<{ did: string; by: string; person: string; role: Role | null; reason: string }>()
  return results
}
const letters = async () => {
  const { results } = await env.DB.prepare(
    `select id, recipient, template from outbox order by id`,
  ).all<{ id: number; recipient: string; template: string }>()
  return results
}
const onlyGrant = async () => {
  const [one] = await waiting()
  if (!one) throw new Error('nothing waits')
  return one
}

describe('nobody gives a role to themselves', () => {
  test.each(['inspectorate', 'verifier', 'auditor', 'leader', 'officer'] as Role[])(
    'not %s either',
    async (role) => {
      const me = await someone('admin')
      await someone('admin')
      const refused = await ask(me, me, role, String(DISHUB))
      expect(refused.status).toBe(422)
      const html = await refused.text()
      expect(html).toContain(people.ownRole)
      expect(await held(me)).toEqual(['admin'])
      expect([await waiting(), await log()]).toEqual([[], []])
    },
  )
})

describe('a role that sees identities', () => {
  test.each(['admin', 'verifier', 'inspectorate', 'leader', 'auditor'] as Role[])(
    '%s waits for a second person, who is neither who asked nor who would get it',
    async (role) => {
      const [me, other] = [await someone('admin'), await someone('admin')]
      const whom = await someone('officer', DISHUB)
      expect((await ask(me, whom, role)).headers.get('Location')).toContain('kabar=menunggu')
      expect(await held(whom)).toEqual(['officer'])
      const { id } = await onlyGrant()
      expect((await answer(me, id, 'setuju')).status).toBe(422)
      // as an administrator of another day: still the very person it is for
      await env.DB.prepare(
        `insert into membership (user_id, role, agency_id, since) values (?, 'leader', 0, 0)`,
      )
        .bind(whom.id)
        .run()
      if (role !== 'leader') expect((await answer(whom, id, 'setuju')).status).toBe(422)
      expect(await held(whom)).toEqual(['leader', 'officer'])
      expect((await answer(other, id, 'setuju')).status).toBe(303)
      expect(await held(whom)).toContain(role)
    },
  )

  test('so does any role in the Inspektorat, where supervisory reports are read', async () => {
    const [me, whom] = [await someone('admin'), await someone('officer', DISHUB)]
    await ask(me, whom, 'liaison', String(INSPEKTORAT))
    expect((await onlyGrant()).role).toBe('liaison')
    expect(await held(whom)).toEqual(['officer'])
  })

  test('and in the agency that handles those about Inspektorat itself', async () => {
    const [me, whom] = [await someone('admin'), await someone('officer', DISHUB)]
    const { city } = await world()
    const delegate = rulesOf(city).delegateAgencyId ?? 0
    expect(delegate).toBeGreaterThan(0)
    for (const role of ['liaison', 'officer', 'head'] as const) {
      await ask(me, whom, role, String(delegate))
      expect(await held(whom)).toEqual(['officer'])
    }
    expect((await waiting()).map(({ role }) => role)).toEqual(['liaison', 'officer', 'head'])
  })

  test('waits once where it is asked for twice, and is answered once', async () => {
    const [me, a, b] = [await someone('admin'), await someone('admin'), await someone('leader')]
    const whom = await someone('officer', DISHUB)
    await Promise.all([ask(me, whom, 'verifier'), ask(me, whom, 'verifier')])
    const { id } = await onlyGrant()
    const answers = await Promise.all([answer(a, id, 'setuju'), answer(b, id, 'tolak', WHY)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
    const outcome = (await log()).at(-1)?.did
    expect((await held(whom)).includes('verifier')).toBe(outcome === 'granted')
    expect(await log()).toHaveLength(2)
  })

  test('is refused with a reason; whoever asked may take it back', async () => {
    const [me, boss] = [await someone('admin'), await someone('leader')]
    const whom = await someone('officer', DISHUB)
    await ask(me, whom, 'verifier')
    const { id } = await onlyGrant()
    const bare = await answer(boss, id, 'tolak', 'ya')
    expect(bare.status).toBe(422)
    expect(await bare.text()).toContain(say.whyMissing)
    expect((await answer(boss, id, 'tolak', 'Ia masih petugas Dishub.')).status).toBe(303)
    await ask(me, whom, 'verifier')
    expect((await answer(me, (await onlyGrant()).id, 'tolak')).status).toBe(303)
    expect(await held(whom)).toEqual(['officer'])
    expect((await log()).map(({ did, reason }) => [did, reason])).toEqual([
      ['asked', WHY],
      ['refused', 'Ia masih petugas Dishub.'],
      ['asked', WHY],
      ['refused', WHY],
    ])
  })

  test('lapses after seven days without an answer', async () => {
    const [me, whom] = [await someone('admin'), await someone('officer', DISHUB)]
    await someone('leader')
    await ask(me, whom, 'verifier')
    const { id } = await onlyGrant()
    await env.DB.exec('update role_grant set expires_at = 1')
    expect((await answer(await someone('leader'), id, 'setuju')).status).toBe(409)
    await settleGrants(await jobWorld(env, Date.now()))
    expect([await held(whom), (await log()).at(-1)?.did]).toEqual([['officer'], 'expired'])
  })
})

describe('in a city with one administrator and no leader', () => {
  const days = (n: number) => jobWorld(env, Date.now() + n * DAY)

  test('it comes into force after three days, by itself, and not before', async () => {
    const [me, whom] = [await someone('admin'), await someone('officer', DISHUB)]
    await ask(me, whom, 'verifier')
    expect((await onlyGrant()).ripensAt).toBeGreaterThan(Date.now() + 2.9 * DAY)
    await settleGrants(await days(2.9))
    expect(await held(whom)).toEqual(['officer'])
    await settleGrants(await days(3.1))
    expect(await held(whom)).toEqual(['officer', 'verifier'])
    expect((await letters()).map(({ recipient }) => recipient)).toEqual([
      ...['inspectorate', 'auditor', 'admin', 'leader'],
      ...['inspectorate', 'auditor'],
    ])
  })

  test('one who sends the other administrator away first has to wait for a yes all the same', async () => {
    const [me, other] = [await someone('admin'), await someone('admin')]
    const whom = await someone('officer', DISHUB)
    await as(me, `/petugas/staf/${other.id}/penonaktifan`, { yakin: 'ya', alasan_nonaktif: WHY })
    expect(await held(other)).toEqual([])
    await ask(me, whom, 'inspectorate')
    expect((await onlyGrant()).ripensAt).toBeNull()
    await settleGrants(await days(6))
    expect(await held(whom)).toEqual(['officer'])
  })
})

describe('every change of rights', () => {
  test('is on record with who and why, and told to Inspektorat and auditor', async () => {
    const [me, whom] = [await someone('admin'), await someone('officer', DISHUB)]
    const path = `/petugas/staf/${whom.id}`
    await ask(me, whom, 'head', String(DISHUB))
    await as(me, `${path}/peran/pencabutan`, {
      peran_akhir: `head:${DISHUB}`,
      alasan_akhir: 'Pensiun bulan ini.',
    })
    await as(me, `${path}/penonaktifan`, { yakin: 'ya', alasan_nonaktif: 'Pindah ke Medan.' })
    await as(me, `${path}/pengaktifan`, { alasan_aktif: 'Kembali bertugas.' })
    expect(await log()).toEqual(
      [
        ['granted', 'head', WHY],
        ['ended', 'head', 'Pensiun bulan ini.'],
        ['disabled', null, 'Pindah ke Medan.'],
        ['enabled', null, 'Kembali bertugas.'],
      ].map(([did, role, why]) => ({
        ...{ did, role, reason: why, by: `staff:${me.id}`, person: whom.id },
      })),
    )
    const told = (await letters()).map(({ recipient, template }) => `${template} ${recipient}`)
    expect(told).toEqual(
      Array(4).fill(['rights_changed inspectorate', 'rights_changed auditor']).flat(),
    )
  })

  test('is told to those whose own role it was, though they lost it by it', async () => {
    const [me, watcher] = [await someone('admin'), await someone('inspectorate', INSPEKTORAT)]
    await as(me, `/petugas/staf/${watcher.id}/penonaktifan`, { yakin: 'ya', alasan_nonaktif: WHY })
    const [letter] = await letters()
    const db = database(env.DB)
    const channel = {
      name: 'email' as const,
      send: async (_: unknown, to: string, text: { body: string }) => {
        sent.push({ to, text: text.body })
        return 'x'
      },
    }
    await deliver({ db, env, channel, now: Date.now() + 1000 }, letter?.id ?? 0)
    expect(sent.map(({ to }) => to)).toEqual([watcher.email])
    for (const part of [say.changes.disabled, WHY, 'Uji admin', 'Uji inspectorate'])
      expect(sent[0]?.text).toContain(part)
    expect((await outboxRow(db, letter?.id ?? 0))?.state).toBe('done')
  })

  test('without a reason is not taken, and what was typed stays', async () => {
    const [me, whom] = [await someone('admin'), await someone('officer', DISHUB)]
    const bare = await as(me, `/petugas/staf/${whom.id}/peran`, {
      peran: 'head',
      opd: String(DISHUB),
      alasan: 'Cuti',
    })
    expect(bare.status).toBe(422)
    const html = await bare.text()
    expect(html).toContain(people.reasonMissing)
    expect(html).toMatch(/name="alasan"[^>]*|value="Cuti"/)
    expect(await log()).toEqual([])
  })
})

test('the page shows who asked and why to those who say yes, and to those who look on', async () => {
  const [me, boss] = [await someone('admin'), await someone('leader')]
  const watchers = [await someone('inspectorate', INSPEKTORAT), await someone('auditor')]
  const whom = await someone('officer', DISHUB)
  await ask(me, whom, 'verifier')
  const seen = async (by: Person) => (await as(by, '/petugas/persetujuan-peran')).text()
  for (const by of [me, boss, ...watchers]) {
    const html = await seen(by)
    for (const part of [WHY, whom.email, people.roles.verifier]) expect(html).toContain(part)
    expect(html.includes('value="setuju"')).toBe(by === boss)
  }
  expect((await as(whom, '/petugas/persetujuan-peran')).status).toBe(404)
  expect((await answer(watchers[0] ?? boss, (await onlyGrant()).id, 'setuju')).status).toBe(422)
})

test('somebody invited for such a role gets the link with the second yes', async () => {
  const [me, boss] = [await someone('admin'), await someone('leader')]
  const form = { nama: 'Maya', email: 'undangan-hak@contoh.id', peran: 'verifier', alasan: WHY }
  const first = await as(me, '/petugas/staf', form)
  expect(first.headers.get('Location')).toContain('kabar=menunggu')
  // the same form once more is the same
  expect((await as(me, '/petugas/staf', form)).status).toBe(303)
  expect([sent, await waiting()]).toMatchObject([[], [{ role: 'verifier' }]])
  await answer(boss, (await onlyGrant()).id, 'setuju')
  expect(sent.map(({ to }) => to)).toEqual(['undangan-hak@contoh.id'])
})
