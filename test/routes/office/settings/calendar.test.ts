import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import {
  calendarSql,
  movesBy,
  readYear,
  reportsAfter,
  STANDING,
  type Standing,
} from '../../../../scripts/calendar-sql.ts'
import { loadCity } from '../../../../src/db/city.ts'
import { allCityChanges } from '../../../../src/db/city-change.ts'
import { draftById } from '../../../../src/db/city-drafts.ts'
import { database } from '../../../../src/db/database.ts'
import type { OpenReportRow } from '../../../../src/db/open-reports.ts'
import { recomputeAsked } from '../../../../src/db/recompute-asked.ts'
import { reckonDraft } from '../../../../src/jobs/reckon-drafts.ts'
import { recompute } from '../../../../src/jobs/recompute.ts'
import { jobWorld } from '../../../../src/jobs/world.ts'
import { verifyCity } from '../../../../src/seal/city-check.ts'
import { calendar as say } from '../../../../src/words/id/calendar.ts'
import { settings as common } from '../../../../src/words/id/settings.ts'
import { aCase, rows } from '../../../support/handled.ts'
import { ORIGIN, post, request } from '../../../support/request.ts'
import { aStaff, sessionOf } from '../../../support/staff.ts'
import { filed, TUESDAY, world } from '../../../support/world.ts'

const db = database(env.DB)
const person = async (name: string) => {
  const { id } = await aStaff('admin', null, `${name}@contoh.id`)
  await env.DB.prepare('update user set name = ? where id = ?').bind(name, id).run()
  return { id, cookie: await sessionOf({ id, name, email: '' }) }
}
let rina: { id: string; cookie: string }
let budi: { id: string; cookie: string }

beforeAll(async () => {
  await world()
  rina = await person('Rina')
  budi = await person('Budi')
  env.LIMIT_GUESS.limit = async () => ({ success: true })
})

/** The jobs that go on after an answer, and the clock of the tests' reports. */
beforeEach(() => {
  vi.useFakeTimers({ now: TUESDAY, toFake: ['Date'] })
  return () => vi.useRealTimers()
})

const see = async (path: string, { cookie } = rina) => {
  const answer = await request(path, { headers: { Cookie: cookie } })
  return { answer, text: await answer.text() }
}
const give = (path: string, fields: Record<string, string>, { cookie } = rina) =>
  post(path, fields, { Cookie: cookie })

const upload = async (path: string, fields: Record<string, string>, file: File) => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  body.append('tabel', file)
  const headers = { Cookie: rina.cookie, Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin' }
  return request(path, { method: 'POST', body, headers })
}

const unescaped = (text: string) =>
  text.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&')

const daysOf = async (year: number, who = rina) => {
  const { text } = await see(`/petugas/pengaturan/kalender/${year}`, who)
  const hari = unescaped(/<textarea[^>]*name="hari"[^>]*>([^<]*)</.exec(text)?.[1] ?? '')
  return {
    ...{ hari, sumber: unescaped(/name="sumber"[^>]*value="([^"]*)"/.exec(text)?.[1] ?? '') },
    ...{ versi: /name="versi" value="(\d+)"/.exec(text)?.[1] ?? '' },
  }
}

const idOf = (answer: Response) =>
  Number((answer.headers.get('Location') ?? '').split('/').at(-1)?.split('?')[0])

const drafted = async (year: number | 'baru', fields: Record<string, string>, who = rina) => {
  const answer = await give(`/petugas/pengaturan/kalender/${year}`, fields, who)
  expect(answer.status, await answer.clone().text()).toBe(303)
  const id = idOf(answer)
  while ((await draftById(db, id))?.state === 'reckoning')
    await reckonDraft(db, id, { steps: 5, stepSize: 50 })
  return id
}

const made = async (id: number, who = rina) => {
  const answer = await give(`/petugas/usulan/${id}`, {}, who)
  expect(answer.status, await answer.clone().text()).toBe(303)
  await vi.waitFor(async () => expect((await draftById(db, id))?.state).toBe('saved'))
}

const allMoved = async () => {
  const w = async () => jobWorld(env, TUESDAY, { stepSize: 2, enqueue: async () => {} })
  while (await recomputeAsked(db)) await recompute(await w())
}

const dates = async () =>
  new Map(
    (
      await rows<{ key: string; due: string }>(
        `select c.reference || ' ' || k.kind || ' ' || k.round key, k.due_day due from clock k
          join complaint c on c.id = k.complaint_id where k.status in ('running', 'paused')`,
      )
    ).map(({ key, due }) => [key, due]),
  )

test('the dates that are named before are those that move afterwards, no more and no fewer', async () => {
  const s = await world()
  for (const state of ['received', 'routed', 'awaiting_info', 'awaiting_confirmation'] as const)
    await aCase(TUESDAY, state)
  await filed(s)
  await allMoved()
  const before = await dates()
  const { hari, ...rest } = await daysOf(2026)
  const id = await drafted(2026, {
    ...{ ...rest, alasan_ubah: 'SKB perubahan' },
    hari: `${hari}\n2/12/2026; Pilkada; libur nasional\n24 Desember 2026; Cuti bersama Natal`.replace(
      /\n24\/12\/2026[^\n]*/,
      '',
    ),
  })
  const draft = await draftById(db, id)
  const page = await see(`/petugas/usulan/${id}`)
  expect(page.text).toContain(say.draft.ready)
  expect(await dates()).toEqual(before)
  await made(id)
  await allMoved()
  const after = await dates()
  const moved = [...before].flatMap(([key, from]) => {
    const to = after.get(key)
    const [reference, kind] = key.split(' ')
    return to === from ? [] : [{ reference, kind, from, to }]
  })
  const order = (list: object[] = []) => list.map((one) => JSON.stringify(one)).toSorted()
  expect(moved.length).toBeGreaterThan(4)
  expect(order(draft?.found.first)).toEqual(order(moved))
  expect(draft?.found.dates).toBe(moved.length)
  expect(draft?.found.reports).toBe(new Set(moved.map(({ reference }) => reference)).size)
  const done = await see(`/petugas/usulan/${id}`)
  expect(done.text).toContain(say.draft.saved)
  const trail = await see('/petugas/pengaturan/jejak')
  expect(trail.text).toContain('02/12/2026; Pilkada; libur nasional')
  expect(trail.text).not.toContain('Tahun Baru 2026')
  expect(trail.text).toContain('SKB perubahan')
  expect(await verifyCity(await allCityChanges(db), await loadCity(db))).toEqual([])
})

const fields = (text: string) => ({ hari: text, sumber: 'SKB uji', hari_kerja: '' })

test('page, command line and job say the same of the same decree', async () => {
  await aCase(TUESDAY, 'routed')
  await allMoved()
  const { hari, sumber, versi } = await daysOf(2026)
  const amended = `${hari}\n11/12/2026; Uji; cuti bersama`
  const id = await drafted(2026, { sumber, versi, hari: amended, alasan_ubah: 'uji' })
  const draft = await draftById(db, id)
  const holidays = amended.split('\n').map((line) => {
    const [date = '', name = '', kind = ''] = line.split('; ')
    return { date: date.split('/').toReversed().join('-'), name, kind: kind.replace(' ', '_') }
  })
  const decree = readYear(2026, JSON.stringify({ source: sumber, holidays }))
  const standing = (await env.DB.prepare(STANDING).first<Standing>()) as Standing
  const { after, statements } = await calendarSql(decree, standing, TUESDAY)
  const { results } = await env.DB.prepare(reportsAfter(0, 500)).all<OpenReportRow>()
  const order = (list: object[] = []) => list.map((one) => JSON.stringify(one)).toSorted()
  expect(order(movesBy(after, results))).toEqual(order(draft?.found.first))
  expect(results.length).toBe(draft?.found.looked)
  await env.DB.batch(statements.map((sql) => env.DB.prepare(sql)))
  const bySql = await loadCity(db)
  expect(bySql.holidays).toEqual(after.holidays)
  expect(bySql.jointLeave).toEqual(after.jointLeave.toSorted())
  const before = await dates()
  await allMoved()
  const moved = [...(await dates())].filter(([key, due]) => before.get(key) !== due)
  expect(moved).toHaveLength(draft?.found.dates ?? -1)
  expect(await verifyCity(await allCityChanges(db), await loadCity(db))).toEqual([])
  expect((await see('/petugas/pengaturan/jejak')).text).toContain(common.byCommand)
  // it is so already: saving it changes nothing more
  const version = (await loadCity(db)).version
  await made(id)
  expect((await loadCity(db)).version).toBe(version)
})

test('two administrators: the later keeps every word and sees what the other one made', async () => {
  const [mine, theirs] = [await daysOf(2027), await daysOf(2027, budi)]
  const ours = `${mine.hari}\n3/3/2027; Punya Rina; libur nasional`
  const id = await drafted(2027, { ...mine, hari: ours, alasan_ubah: 'uji Rina' })
  const other = await drafted(
    2027,
    {
      ...theirs,
      hari: `${theirs.hari}\n4/3/2027; Punya Budi; libur nasional`,
      alasan_ubah: 'uji Budi',
    },
    budi,
  )
  await made(other, budi)
  await allMoved()
  // what was looked at was of another city: it is looked at once more
  expect((await give(`/petugas/usulan/${id}`, {})).headers.get('Location')).toContain('kabar=lagi')
  await vi.waitFor(async () => expect((await draftById(db, id))?.state).toBe('ready'))
  const answer = await give(`/petugas/usulan/${id}`, {})
  expect(answer.status).toBe(409)
  const text = unescaped(await answer.text())
  expect(text).toContain('Budi')
  expect(text).toContain('Punya Budi')
  expect(text).toContain('03/03/2027; Punya Rina; libur nasional'.replace(/^0(\d)\/0/, '$1/'))
  expect(text).toContain('uji Rina')
  expect((await loadCity(db)).holidays['2027-03-03']).toBeUndefined()
  expect((await loadCity(db)).holidays['2027-03-04']).toBe('Punya Budi')
})

test('a new year from iCal and from a table; what goes out comes in again unchanged', async () => {
  const event = (day: string, name: string, more = '') =>
    `BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:${day}\r\nSUMMARY:${name}\r\n${more}END:VEVENT\r\n`
  const days = Array.from({ length: 9 }, (_, i) => event(`2028010${i + 1}`, `Libur ${i + 1}`))
  const ics = `BEGIN:VCALENDAR\r\n${days.join('')}${event('20280301', 'Cuti bersama Nyepi\\, \r\n  dua', 'DTEND;VALUE=DATE:20280303\r\n')}${event('20290101', 'Lain')}${event('20280605', 'Batal', 'STATUS:CANCELLED\r\n')}END:VCALENDAR\r\n`
  const given = { tahun: '2028', sumber: 'SKB 2028', hari: '', alasan_ubah: '', hari_kerja: '' }
  const file = new File([ics], 'libur.ics', { type: 'text/calendar' })
  const answer = await upload('/petugas/pengaturan/kalender/baru', given, file)
  expect(answer.status, await answer.clone().text()).toBe(303)
  await made(idOf(answer))
  const city = await loadCity(db)
  expect(city.lastYear).toBe(2028)
  expect(city.holidays).toMatchObject({
    ...{ '2028-01-01': 'Libur 1', '2028-03-01': 'Cuti bersama Nyepi, dua' },
    '2028-03-02': 'Cuti bersama Nyepi, dua',
  })
  expect(city.holidays['2028-06-05']).toBeUndefined()
  expect(city.jointLeave.filter((day) => day.startsWith('2028'))).toEqual([
    ...['2028-03-01', '2028-03-02'],
  ])
  const out = (await see('/petugas/pengaturan/kalender/2028/tabel.csv')).text
  const { versi, sumber } = await daysOf(2028)
  const again = await upload(
    '/petugas/pengaturan/kalender/2028',
    { versi, sumber, hari: 'rusak', alasan_ubah: '', hari_kerja: '' },
    new File([out], 'kalender.csv'),
  )
  expect(again.headers.get('Location')).toBe('/petugas/pengaturan/kalender?kabar=tetap')
  const none = await upload('/petugas/pengaturan/kalender/2028', given, new File(['x'], 'x.csv'))
  expect([none.status, (await none.text()).includes(say.fileUnreadable)]).toEqual([422, true])
})

test('a year that nothing hangs on is taken out again; one in use, or one between, is not', async () => {
  const { sumber, hari, versi } = await daysOf(2028)
  await allMoved()
  const id = await drafted(2028, { sumber, hari, versi, hapus: 'ya' })
  await made(id)
  expect((await loadCity(db)).lastYear).toBe(2027)
  expect(await rows(`select 1 from holiday where day like '2028-%'`)).toEqual([])
  expect(await verifyCity(await allCityChanges(db), await loadCity(db))).toEqual([])
  const now = await daysOf(2026)
  const used = await give('/petugas/pengaturan/kalender/2026', { ...now, hapus: 'ya' })
  expect([used.status, (await used.text()).includes(common.cityFaults.year_used)]).toEqual([
    ...[422, true],
  ])
  const far = await give('/petugas/pengaturan/kalender/baru', {
    ...fields(hari.replaceAll('2028', '2030')),
    tahun: '2030',
  })
  expect([far.status, (await far.text()).includes(common.cityFaults.year_gap)]).toEqual([422, true])
})

test('everything wrong is named by its line, and what was typed stays', async () => {
  const { hari, versi, sumber } = await daysOf(2027)
  const typed = `${hari}\n31/2/2027; Tidak ada; libur nasional\n1/1/2027; Lagi; libur nasional\n5/5/2027; ; x`
  const answer = await give('/petugas/pengaturan/kalender/2027', {
    ...{ sumber: '', versi, hari: typed, alasan_ubah: '', hari_kerja: '' },
  })
  expect(answer.status).toBe(422)
  const text = unescaped(await answer.text())
  const lines = hari.split('\n').length
  for (const [line, what] of [
    [lines + 1, 'no_date'],
    [lines + 2, 'twice'],
    [lines + 3, 'no_name'],
  ] as const)
    expect(text).toContain(say.lineFault(line, say.lineFaults[what]))
  expect(text).toContain('31/2/2027; Tidak ada; libur nasional')
  const given = { sumber, versi, hari: hari.split('\n').slice(1).join('\n') }
  const reasonless = await give('/petugas/pengaturan/kalender/2027', given)
  expect(await reasonless.text()).toContain(common.faults.missing('Alasan perubahan'))
  const counted = await give('/petugas/pengaturan/kalender/2027', {
    ...{ ...given, alasan_ubah: 'uji', hari_kerja: '250' },
  })
  expect([counted.status, /Menurut daftar ini \d+ hari kerja/.test(await counted.text())]).toEqual([
    ...[422, true],
  ])
})

test('cut off after any step, or looked at by two at once, each report is counted once', async () => {
  const { hari, versi, sumber } = await daysOf(2026)
  const given = { sumber, versi, hari: `${hari}\n1/12/2026; Uji; cuti bersama`, alasan_ubah: 'uji' }
  const id = await drafted(2026, given)
  const whole = (await draftById(db, id))?.found
  await env.DB.prepare(
    `update city_draft set state = 'reckoning', after = null, found = json_object('looked', 0,
      'reports', 0, 'dates', 0, 'agencies', json('{}'), 'first', json('[]')) where id = ?`,
  )
    .bind(id)
    .run()
  const failing = new Proxy(db, {
    get: (target, name) => {
      if (name === 'update') throw new Error('killed')
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  const step = { steps: 1, stepSize: 2 }
  while ((await draftById(db, id))?.state === 'reckoning') {
    await reckonDraft(failing, id, step).catch(() => {})
    await Promise.all([reckonDraft(db, id, step), reckonDraft(db, id, step)])
  }
  const again = (await draftById(db, id))?.found
  const order = (list: object[] = []) => list.map((one) => JSON.stringify(one)).toSorted()
  expect(again).toMatchObject({ looked: whole?.looked, reports: whole?.reports })
  expect(order(again?.first)).toEqual(order(whole?.first))
})

test('undone in time, the dates are what they were', async () => {
  await allMoved()
  const before = await dates()
  const { hari, versi, sumber } = await daysOf(2026)
  const given = { sumber, versi, hari: `${hari}\n1/12/2026; Uji; cuti bersama`, alasan_ubah: 'uji' }
  const id = await drafted(2026, given)
  await made(id)
  await allMoved()
  expect(await dates()).not.toEqual(before)
  const { text } = await see(`/petugas/usulan/${id}`)
  const undo = /action="(\/petugas\/pengaturan\/jejak\/\d+)"/.exec(text)?.[1] ?? ''
  const done = await give(undo, {})
  expect(done.headers.get('Location')).toBe('/petugas/pengaturan/kalender?kabar=urung')
  await allMoved()
  expect(await dates()).toEqual(before)
})

test('next year missing is said on the settings, from 1 September', async () => {
  const on = async (day: string) => {
    vi.setSystemTime(Date.parse(`${day}T03:00:00Z`))
    const cookie = await sessionOf({ id: rina.id, name: 'Rina', email: '' })
    return (await see('/petugas/pengaturan', { ...rina, cookie })).text.includes(say.missing(2028))
  }
  expect([await on('2027-08-31'), await on('2027-09-01')]).toEqual([false, true])
})
