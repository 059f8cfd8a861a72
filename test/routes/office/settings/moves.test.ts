import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { loadCity } from '../../../../src/db/city.ts'
import { allCityChanges } from '../../../../src/db/city-change.ts'
import { draftById } from '../../../../src/db/city-drafts.ts'
import { database } from '../../../../src/db/database.ts'
import { recomputeAsked } from '../../../../src/db/recompute-asked.ts'
import { reckonDraft } from '../../../../src/jobs/reckon-drafts.ts'
import { recompute } from '../../../../src/jobs/recompute.ts'
import { jobWorld } from '../../../../src/jobs/world.ts'
import { calendar as say } from '../../../../src/words/id/calendar.ts'
import { settings } from '../../../../src/words/id/settings.ts'
import { aCase, PUPR, rows } from '../../../support/handled.ts'
import { formAt, give, type Signed, see } from '../../../support/office-forms.ts'
import { aStaff, sessionOf } from '../../../support/staff.ts'
import { TUESDAY, world } from '../../../support/world.ts'

const db = database(env.DB)
const HOURS = '/petugas/pengaturan/jam-kerja/0'
const AGENCY = `/petugas/pengaturan/opd/${PUPR}`
let rina: Signed
let budi: Signed

beforeAll(async () => {
  await world()
  rina = { cookie: await sessionOf(await aStaff('admin', null, 'rina@contoh.id')) }
  budi = { cookie: await sessionOf(await aStaff('admin', null, 'budi@contoh.id')) }
  env.LIMIT_GUESS.limit = async () => ({ success: true })
})

beforeEach(() => {
  vi.useFakeTimers({ now: TUESDAY, toFake: ['Date'] })
  return () => vi.useRealTimers()
})

const dates = async () =>
  (await rows<{ due: string }>('select due_day due from clock order by complaint_id, kind')).map(
    ({ due }) => due,
  )
const office = async () => (await loadCity(db)).settings.office
const idIn = (answer: Response) =>
  Number(/^\/petugas\/usulan\/(\d+)$/.exec(answer.headers.get('Location') ?? '')?.[1])
const drafted = async (path: string, change: Record<string, string>, who = rina) => {
  const id = idIn(await give(path, { ...(await formAt(path, who)), ...change }, who))
  while ((await draftById(db, id))?.state === 'reckoning')
    await reckonDraft(db, id, { steps: 5, stepSize: 50 })
  return id
}
const allMoved = async () => {
  while (await recomputeAsked(db))
    await recompute(await jobWorld(env, TUESDAY, { enqueue: async () => {} }))
}

test('before there is any report, nothing can move and it is simply saved', async () => {
  const answer = await give(HOURS, { ...(await formAt(HOURS, rina)), tutup: '15.30' }, rina)
  expect(answer.headers.get('Location')).toBe(`${HOURS}?kabar=disimpan`)
})

test.each([
  ['office hours, which date what comes in from then on', HOURS, { tutup: '08.30' }, 0],
  ['an agency that begins to work every day', AGENCY, { setiap_hari: 'ya' }, 1],
] as const)('what moves is shown before it is saved: %s', async (_, path, change, least) => {
  await aCase(TUESDAY, 'routed')
  await allMoved()
  const [before, version] = [await dates(), (await loadCity(db)).version]
  const id = await drafted(path, change)
  expect((await loadCity(db)).version).toBe(version)
  const found = (await draftById(db, id))?.found
  const { text } = await see(`/petugas/usulan/${id}`, rina)
  expect(found?.dates).toBeGreaterThanOrEqual(least)
  const moving = say.draft.moves(String(found?.reports), String(found?.dates))
  expect(text).toContain(least > 0 ? moving : say.draft.none)
  const [[name, value] = []] = Object.entries(change)
  expect(text).toContain(`${settings.fields[name ?? '']?.[0]}: `)
  expect(text).toContain(`→ ${value}`)
  expect(await dates()).toEqual(before)
  expect((await give(`/petugas/usulan/${id}`, {}, rina)).status).toBe(303)
  await allMoved()
  const moved = (await dates()).filter((due, i) => due !== before[i])
  expect(moved).toHaveLength(found?.dates ?? -1)
  const saved = await see(`/petugas/usulan/${id}`, rina)
  expect(saved.text).toContain(say.draft.saved)
  const last = (await allCityChanges(db)).at(-1)
  expect(saved.text).toContain(`/petugas/pengaturan/jejak/${last?.seq}`)
})

test('what no date hangs on is saved at once, as ever', async () => {
  const answer = await give(AGENCY, { ...(await formAt(AGENCY, rina)), kepala: 'Maya' }, rina)
  expect(answer.headers.get('Location')).toBe(`${AGENCY}?kabar=disimpan`)
})

test('what is wrong is said in its form, before anything is reckoned', async () => {
  const answer = await give(HOURS, { ...(await formAt(HOURS, rina)), tutup: '06.00' }, rina)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(settings.cityFaults.reversed)
})

test('the form opens again with what was typed; somebody faster is told of there', async () => {
  const id = await drafted(HOURS, { buka: '07.10' })
  const again = await see(`${HOURS}?usulan=${id}`, rina)
  expect(again.text).toContain('value="07.10"')
  const other = await drafted(HOURS, { buka: '07.00' }, budi)
  await give(`/petugas/usulan/${other}`, {}, budi)
  expect((await office())[0]).toBe(7 * 60)
  const first = await give(`/petugas/usulan/${id}`, {}, rina)
  expect(first.headers.get('Location')).toContain('kabar=lagi')
  while ((await draftById(db, id))?.state === 'reckoning')
    await reckonDraft(db, id, { steps: 5, stepSize: 50 })
  const answer = await give(`/petugas/usulan/${id}`, {}, rina)
  expect(answer.status).toBe(409)
  const text = await answer.text()
  expect(text).toContain(settings.theirs('Jam buka', '07.00'))
  expect(text).toContain('value="07.10"')
  expect((await office())[0]).toBe(7 * 60)
})
