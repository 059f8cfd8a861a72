import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { caseById } from '../../../src/db/cases.ts'
import { runCommand, type Surroundings } from '../../../src/db/run-command.ts'
import type { Person } from '../../../src/db/staff.ts'
import { addMembership } from '../../../src/db/staff-rights.ts'
import { staffBySession } from '../../../src/db/staff-sessions.ts'
import { decide } from '../../../src/domain/case/decide.ts'
import { canSee } from '../../../src/domain/case/visibility.ts'
import { rulesOf } from '../../../src/domain/city/city.ts'
import { contextOf } from '../../../src/domain/city/rule-context.ts'
import { ROLES, type Role, type Staff } from '../../../src/domain/people/actor.ts'
import { DAY } from '../../../src/domain/time/time.ts'
import { settleGrants } from '../../../src/jobs/settle-grants.ts'
import { jobWorld } from '../../../src/jobs/world.ts'
import { DISHUB, INSPEKTORAT, PUPR, routing } from '../../support/commands.ts'
import { type Dice, dice } from '../../support/dice.ts'
import { post } from '../../support/request.ts'
import { runs } from '../../support/rounds.ts'
import { aStaff, sessionOf } from '../../support/staff.ts'
import { aForm, filed, someone, world } from '../../support/world.ts'

const WHY = 'Untuk menggantikan yang pindah.'
const TABLES = [
  'membership',
  'role_grant',
  'email_change',
  'rights_log',
  'outbox',
  'session',
  'verification',
]
let number = 0

beforeEach(async () => {
  env.LIMIT_GUESS.limit = async () => ({ success: true })
  env.LIMIT_ADDRESS.limit = async () => ({ success: true })
  Object.assign(env.MAIL, { send: async () => {} })
  await world()
  for (const table of TABLES) await env.DB.exec(`delete from ${table}`)
})

/** Those whom one person has in hand: the own account, and every mailbox that they made up. */
interface Hands {
  s: Surroundings
  mine: Person[]
  others: Person[]
  cases: number[]
}

const member = (role: Role, agency: number | null = null) =>
  aStaff(role, agency, `sendiri-${role}-${number++}@contoh.id`)

/** Reports that this administrator, lately of Dishub, may not know the reporter of. */
const barredCases = async (s: Surroundings): Promise<number[]> => {
  const verifier = { ...s, actor: someone('verifier') }
  const { operatingAgencyId, delegateAgencyId } = rulesOf(s.city)
  const [operator, delegate] = [operatingAgencyId ?? 0, delegateAgencyId ?? 0]
  const leads = [
    { leadAgencyId: DISHUB },
    { leadAgencyId: operator },
    { leadAgencyId: INSPEKTORAT, supervisory: true, aboutAgencyId: PUPR },
    { leadAgencyId: delegate, supervisory: true, aboutAgencyId: INSPEKTORAT },
  ]
  return Promise.all(
    leads.map(async (lead) => {
      const { found } = await filed(s, aForm({ anonymous: true }))
      const release = { ...routing().release, release: false }
      const to = routing({ ...lead, release, screenedText: 'Salinan yang disaring verifikator.' })
      const result = await runCommand(verifier, found, to)
      if (!result.ok) throw new Error(JSON.stringify(result))
      return found.complaint.id
    }),
  )
}

const start = async (withOthers: boolean): Promise<Hands> => {
  const now = Date.now()
  const s = await world({ kind: 'reporter' }, now)
  const me = await member('admin')
  await addMembership({ ...s, now: now - 60 * DAY }, me.id, 'officer', DISHUB)
  const others = [await member('inspectorate', INSPEKTORAT), await member('auditor')]
  if (withOthers) others.push(await member('admin'), await member('leader'))
  return { s, mine: [me], others, cases: await barredCases(s) }
}

/** So many days later, by the clock of every row. */
const later = async (ms: number) => {
  const back = (table: string, columns: string[]) =>
    env.DB.exec(`update ${table} set ${columns.map((one) => `${one} = ${one} - ${ms}`).join(', ')}`)
  await back('membership', ['since', '"until"'])
  await back('role_grant', ['asked_at', 'ripens_at', 'expires_at'])
  await back('email_change', ['asked_at', 'ripens_at', 'expires_at'])
  await back('user', ['disabled_at', 'email_since'])
  await settleGrants(await jobWorld(env, Date.now()))
}

const asStaff = async ({ s }: Hands, person: Person): Promise<Staff | null> => {
  await sessionOf(person)
  const last = await env.DB.prepare('select token from session where user_id = ? limit 1')
    .bind(person.id)
    .first<{ token: string }>()
  return (await staffBySession(s.db, last?.token ?? '', Date.now()))?.staff ?? null
}

/** What their hands could open: [who, report] pairs, by the very rule that each page asks. */
const opened = async (hands: Hands): Promise<string[]> => {
  const found: string[] = []
  for (const person of hands.mine) {
    const staff = await asStaff(hands, person)
    if (!staff) continue
    for (const id of hands.cases) {
      const complaint = (await caseById(hands.s.db, id))?.complaint
      if (!complaint) continue
      const around = { ...hands.s, now: Date.now(), actor: staff }
      const told = decide(complaint, { name: 'reveal', reason: WHY }, contextOf(around))
      const viewer = { kind: 'staff', staff, revealed: true } as const
      const rules = rulesOf(hands.s.city)
      const sees = (['name', 'originalText'] as const).filter((field) =>
        canSee(viewer, field, complaint, Date.now(), rules),
      )
      if (!('refused' in told) || sees.length > 0) found.push(`${person.email} ${id} ${sees}`)
    }
  }
  return found
}

const agencyFor = (d: Dice) => String(d.pick([DISHUB, PUPR, INSPEKTORAT]))

const give = async (by: Person, path: string, fields: Record<string, string>) => {
  const Cookie = await sessionOf(by)
  const reasons = {
    alasan: WHY,
    alasan_akhir: WHY,
    alasan_nonaktif: WHY,
    alasan_aktif: WHY,
    alasan_email: WHY,
  }
  const answer = await post(path, { ...reasons, ...fields }, { Cookie })
  expect(answer.status, path).toBeLessThan(500)
  return answer
}

/** A role of one of theirs, as its form sends it. */
const ownRole = (d: Dice) =>
  `${d.pick(ROLES)}:${d.pick(['0', String(DISHUB), String(INSPEKTORAT)])}`

/** Whoever holds the mailbox holds the account. */
const seizeMailboxes = async (hands: Hands) => {
  const { results } = await env.DB.prepare(
    "select id, name, email from user where email like 'boneka-%'",
  ).all<Person>()
  for (const person of results)
    if (!hands.mine.some(({ id }) => id === person.id)) hands.mine.push(person)
}

const STEPS: ((d: Dice, hands: Hands, by: Person, whom: Person) => Promise<unknown>)[] = [
  // a mailbox of their own making
  async (d, hands, by) => {
    const email = `boneka-${number++}@contoh.id`
    const form = { nama: 'Boneka', email, peran: d.pick(ROLES), opd: agencyFor(d) }
    const to = (await give(by, '/petugas/staf', form)).headers.get('Location')
    const id = to?.split('/').at(-1)?.replace(/\?.*/, '')
    if (id) hands.mine.push({ id, name: 'Boneka', email })
  },
  (d, _hands, by, { id }) =>
    give(by, `/petugas/staf/${id}/peran`, { peran: d.pick(ROLES), opd: agencyFor(d) }),
  (d, _hands, by, { id }) =>
    give(by, `/petugas/staf/${id}/peran/pencabutan`, { peran_akhir: ownRole(d) }),
  // another's account, by a mailbox of their own
  async (_d, hands, by, { id }) => {
    const row = env.DB.prepare('select email from user where id = ?').bind(id)
    const email_lama = (await row.first<{ email: string }>())?.email ?? ''
    const email = `boneka-${number++}@contoh.id`
    await give(by, `/petugas/staf/${id}/email`, { email, email_lama })
    await seizeMailboxes(hands)
  },
  async (d, hands, by) => {
    const { results } = await env.DB.prepare('select id from email_change').all<{ id: number }>()
    const id = results.length > 0 ? d.pick(results).id : 1
    await give(by, `/petugas/persetujuan-email/${id}`, { putusan: 'setuju', catatan: WHY })
    await seizeMailboxes(hands)
  },
  (_d, _hands, by, { id }) => give(by, `/petugas/staf/${id}/penonaktifan`, { yakin: 'ya' }),
  (_d, _hands, by, { id }) => give(by, `/petugas/staf/${id}/pengaktifan`, {}),
  async (d, _hands, by) => {
    const { results } = await env.DB.prepare('select id from role_grant').all<{ id: number }>()
    const id = results.length > 0 ? d.pick(results).id : 1
    const putusan = d.percent(80) ? 'setuju' : 'tolak'
    await give(by, `/petugas/persetujuan-peran/${id}`, { putusan, catatan: WHY })
  },
  async (d, hands, by) => {
    const found = await caseById(hands.s.db, d.pick(hands.cases))
    const path = `/petugas/laporan/${found?.complaint.reference}`
    const versi = String(found?.complaint.version)
    const step = d.pick([
      'identitas',
      'arsip',
      'pengembalian',
      'penyaringan',
      'rujukan',
      'penanganan',
    ])
    const fields = { versi, teks: WHY, opd: agencyFor(d), pesan: '1', ke: WHY }
    await give(by, `${path}/${step}`, fields)
  },
]

test('one person and all mailboxes that they make up open no identity that was barred to them', async () => {
  const STEPS_A_LIFE = 18
  for (let seed = 0; seed < runs(6); seed++) {
    for (const table of TABLES) await env.DB.exec(`delete from ${table}`)
    const d = dice(seed)
    const hands = await start(true)
    let days = 0
    for (let i = 0; i < STEPS_A_LIFE; i++) {
      const whom = d.pick([...hands.mine, ...hands.mine, ...hands.others])
      const by = d.percent(70) ? (hands.mine[0] ?? whom) : d.pick(hands.mine)
      await d.pick(STEPS)(d, hands, by, whom)
      // within the days for which whoever was sent away still counts
      const wait = d.percent(25) ? 1 + d.nat(4) : 0
      if (days + wait < 29) {
        days += wait
        if (wait > 0) await later(wait * DAY)
      }
      await seizeMailboxes(hands)
      expect(await opened(hands), `seed ${seed}, step ${i}`).toEqual([])
    }
    const { results } = await env.DB.prepare('select staff_id from reveal').all()
    expect(results, `seed ${seed}`).toEqual([])
  }
}, 240_000)

test('with the yes of a second person the same road is open, after three days', async () => {
  const hands = await start(true)
  const [me, boss] = [hands.mine[0], hands.others.at(-1)]
  if (!me || !boss) throw new Error('nobody is there')
  const helper = await member('officer', PUPR)
  hands.mine.push(helper)
  const asked = { peran: 'inspectorate', opd: '' }
  await give(me, `/petugas/staf/${helper.id}/peran`, asked)
  const grant = await env.DB.prepare('select id from role_grant').first<{ id: number }>()
  await give(boss, `/petugas/persetujuan-peran/${grant?.id}`, { putusan: 'setuju' })
  const names = async () => (await opened(hands)).filter((one) => one.includes('name'))
  expect(await names()).toEqual([])
  await later(3 * DAY + 60_000)
  expect((await names()).length).toBeGreaterThan(0)
})

test('alone in a city it takes six days, and those who look on are told on the first', async () => {
  const hands = await start(false)
  const me = hands.mine[0] as Person
  const helper = await member('officer', PUPR)
  hands.mine.push(helper)
  const asked = { peran: 'inspectorate', opd: '' }
  await give(me, `/petugas/staf/${helper.id}/peran`, asked)
  const told = await env.DB.prepare('select recipient from outbox').all<{ recipient: string }>()
  expect(told.results.map(({ recipient }) => recipient)).toEqual(
    expect.arrayContaining(['inspectorate', 'auditor']),
  )
  const names = async () => (await opened(hands)).filter((one) => one.includes('name'))
  for (const wait of [2.9, 0.2, 2.7]) {
    await later(wait * DAY)
    expect(await names()).toEqual([])
  }
  await later(0.5 * DAY)
  expect((await names()).length).toBeGreaterThan(0)
})

test('another address for an officer opens nothing for three days, and they and two offices are told', async () => {
  const hands = await start(true)
  const me = hands.mine[0] as Person
  const request = { class: 'aspiration' as const, leadAgencyId: PUPR }
  const { found } = await filed(hands.s, aForm({ class: 'aspiration' }))
  await runCommand({ ...hands.s, actor: someone('verifier') }, found, routing(request))
  hands.cases.push(found.complaint.id)
  const officer = await member('liaison', PUPR)
  const change = { email: 'boneka-milik@contoh.id', email_lama: officer.email }
  await give(me, `/petugas/staf/${officer.id}/email`, change)
  hands.mine = [officer]
  const names = async () => (await opened(hands)).filter((one) => one.includes('name'))
  expect(await names()).toEqual([])
  const told = await env.DB.prepare('select recipient from outbox where template like ?')
    .bind('%changed')
    .all<{ recipient: string }>()
  expect(told.results.map(({ recipient }) => recipient).sort()).toEqual([
    'auditor',
    'inspectorate',
    'new_address',
    'old_address',
  ])
  await later(3 * DAY + 60_000)
  expect((await names()).length).toBeGreaterThan(0)
})
