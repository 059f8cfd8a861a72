import { env } from 'cloudflare:workers'
import { beforeAll, expect, test, vi } from 'vitest'
import { caseById } from '../../../src/db/cases.ts'
import { database } from '../../../src/db/database.ts'
import { people as say } from '../../../src/words/id/people.ts'
import { DISHUB } from '../../support/commands.ts'
import { aCase, aMember, give, PUPR, rows } from '../../support/handled.ts'
import { post, request } from '../../support/request.ts'
import { aStaff, sessionOf } from '../../support/staff.ts'
import { someone, world } from '../../support/world.ts'

let admin: { id: string; cookie: string }

beforeAll(async () => {
  const s = await world()
  const { id } = await aStaff('admin')
  admin = { id, cookie: await sessionOf({ id, name: '', email: '' }) }
  await aMember(s, 'liaison', PUPR, { id: 'lia' })
  await aMember(s, 'officer', PUPR, { id: 'ani' })
  await aMember(s, 'officer', DISHUB, { id: 'orang-lain' })
})

const see = (path: string) => request(path, { headers: { Cookie: admin.cookie } })
const send = (path: string, fields: Record<string, string>) =>
  post(path, fields, { Cookie: admin.cookie })

/** An officer with a case that is worked on and one that waits for its reporter. */
const busy = async (id: string) => {
  const now = Date.now() - 60_000
  const cases: number[] = []
  for (const upTo of ['in_progress', 'awaiting_confirmation'] as const) {
    const { s, id: complaint } = await aCase(now, 'routed')
    await aMember(s, 'officer', PUPR, { id })
    const assign = { name: 'assign', officerId: id, among: [id] } as const
    await give(s, complaint, someone('liaison', PUPR), now, assign)
    const officer = { ...someone('officer', PUPR), id }
    await give(s, complaint, officer, now, { name: 'take_up' })
    if (upTo === 'awaiting_confirmation')
      await give(s, complaint, officer, now, {
        ...{ name: 'propose_closure', reason: 'Sudah diperbaiki', evidenceFiles: 1, visit: null },
        text: 'Lubang sudah kami tambal pagi ini dengan aspal panas.',
      })
    cases.push(complaint)
  }
  return { path: `/petugas/staf/${id}`, cases }
}

const officersOf = async (cases: number[]) =>
  Promise.all(cases.map(async (id) => (await caseById(database(env.DB), id))?.complaint.officerId))

const WAYS = [
  ['disabled', 'penonaktifan', 'serah', { yakin: 'ya', alasan_nonaktif: 'Pindah ke dinas lain.' }],
  [
    'ended',
    'peran/pencabutan',
    'serah_akhir',
    { peran_akhir: `officer:${PUPR}`, alasan_akhir: 'Pindah ke dinas lain.' },
  ],
] as const

test.each(WAYS)(
  'whoever is %s leaves the open work to whom the form names',
  async (did, way, field, form) => {
    const { path, cases } = await busy(`budi-${did}`)
    const page = await (await see(path)).text()
    expect(page).toContain(say.openWork(2, 1))
    expect(page).toContain(`name="${field}_${PUPR}"`)
    expect(page).toContain('<option value="ani">')
    expect(page).not.toContain('<option value="orang-lain">')

    const name = `${field}_${PUPR}`
    const wrong = await send(`${path}/${way}`, { ...form, [name]: 'orang-lain' })
    expect(wrong.status).toBe(422)
    const html = await wrong.text()
    expect(html).toContain(say.colleagueGone)
    expect(html).toContain('Pindah ke dinas lain.')
    expect(await officersOf(cases)).toEqual([`budi-${did}`, `budi-${did}`])

    expect((await send(`${path}/${way}`, { ...form, [name]: 'ani' })).status).toBe(303)
    await vi.waitFor(async () => expect(await officersOf(cases)).toEqual(['ani', 'ani']))
    const by = await rows(
      `select json_extract(facts, '$.givenBy') as id from event where type = 'unassign'
      and complaint_id = ?`,
      cases[0],
    )
    expect(by).toEqual([{ id: admin.id }])
  },
)

test.each(WAYS)(
  'whoever is %s leaves it to the liaisons where nobody is named',
  async (did, way, field, form) => {
    const { path, cases } = await busy(`cici-${did}`)
    // what was said when they left before is void
    await rows(
      `insert into hand_over (user_id, agency_id, to_id, given_by, given_at) values (?, ?, 'ani', 'x', 1)`,
      `cici-${did}`,
      PUPR,
    )
    expect((await send(`${path}/${way}`, { ...form, [`${field}_${PUPR}`]: '' })).status).toBe(303)
    await vi.waitFor(async () => expect(await officersOf(cases)).toEqual([null, null]))
  },
)

test('the page of whoever left says what is still on its way', async () => {
  const { path } = await busy('dedi')
  await rows('update user set disabled_at = 1 where id = ?', 'dedi')
  expect(await (await see(path)).text()).toContain(say.handingOver(2))
})
