import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { DAY, dateOf, monthBack, monthOf } from '../../../src/domain/time/time.ts'
import { mailMonthReports } from '../../../src/jobs/mail-month-reports.ts'
import { jobWorld } from '../../../src/jobs/world.ts'
import { compose } from '../../../src/letters/compose.ts'
import { look, staff } from '../../support/desk.ts'
import { aCase, PUPR, rows } from '../../support/handled.ts'
import { aForm } from '../../support/world.ts'

const NOW = Date.now()
const month = monthOf(dateOf(NOW, 420))
const PAGE = '/petugas/kinerja/bulan'
const early = (changes = {}) => aForm({ incidentDay: '2026-01-05', ...changes })

beforeAll(async () => {
  await aCase(NOW, 'in_progress', early())
  await aCase(NOW, 'received', early())
  await aCase(NOW, 'in_progress', early({ confidential: true }))
  await aCase(NOW - 60 * DAY, 'in_progress', early())
})

const counted = async (where = '1 = 1') =>
  (
    await rows<{ n: number }>(
      `select count(*) as n from complaint where root_id = id and day_zero like ? and ${where}`,
      `${month}-%`,
    )
  )[0]?.n

/** Day 0 of what came in the evening may lie in the next month. */
const received = (html: string) => Number(/<dt>Masuk<\/dt><dd>(\d+)<\/dd>/.exec(html)?.[1])

test('a month says what was received in it, of the city and of an agency, by the reports themselves', async () => {
  const leader = await staff('leader')
  const city = (await look(leader, `${PAGE}/${month}`)).html
  expect(received(city)).toBe(await counted())
  const agency = (await look(leader, `${PAGE}/${month}?opd=inspektorat`)).html
  expect(received(agency)).toBe(await counted(`lead_agency_id = ${PUPR}`))
  expect(agency).toContain('<dt>Lewat tenggat kini, dari semua bulan</dt><dd>1</dd>')
})

test('the file holds the same, a line for each agency', async () => {
  const { html } = await look(await staff('leader'), `${PAGE}/${month}/csv`)
  const [head = '', city = '', agency = '', ...rest] = html.replace('\uFEFF', '').split('\r\n')
  expect(head.split(';').slice(0, 3)).toEqual(['Bulan', 'OPD', 'Masuk'])
  expect(city.split(';').slice(0, 3)).toEqual([month, 'Seluruh kota', String(await counted())])
  expect(agency.split(';')[2]).toBe(String(await counted(`lead_agency_id = ${PUPR}`)))
  expect(rest).toEqual([''])
})

test('the last month is where one begins; none is to come, and none is older than two years', async () => {
  const leader = await staff('leader')
  expect(await look(leader, PAGE)).toMatchObject({
    ...{ status: 303, location: `${PAGE}/${monthBack(month, 1)}` },
  })
  for (const asked of [monthBack(month, -1), monthBack(month, 25), '2026-13', 'kini'])
    expect([asked, (await look(leader, `${PAGE}/${asked}`)).status]).toEqual([asked, 404])
})

test('a head has the month of the own agency alone', async () => {
  const head = await staff('head', PUPR)
  expect(received((await look(head, `${PAGE}/${month}`)).html)).toBe(
    await counted(`lead_agency_id = ${PUPR}`),
  )
  for (const path of [`${PAGE}/${month}`, `${PAGE}/${month}/csv`])
    expect((await look(head, `${path}?opd=dinas-kesehatan`)).status).toBe(404)
})

const mailed = async (at: string) => {
  const w = await jobWorld(env, Date.parse(`${at}T01:00:00Z`), { enqueue: async () => {} })
  return (await mailMonthReports(w)).told
}

test('it is mailed on the first working day of a month, once, and later where that was missed', async () => {
  const [all] = await rows<{ n: number }>('select count(*) as n from agency where active = 1')
  // Friday 1 January is a day off: the first working day is Monday the fourth
  expect(await mailed('2027-01-01')).toBe(0)
  expect(await mailed('2027-01-04')).toBe((all?.n ?? 0) + 1)
  expect(await mailed('2027-01-04')).toBe(0)
  expect(await mailed('2027-01-05')).toBe(0)
  // the first of February was missed
  expect(await mailed('2027-02-03')).toBe((all?.n ?? 0) + 1)
  expect(await mailed('2027-03-20')).toBe(0)
})

test('the letter says the numbers of its agency, and leads to the page', async () => {
  const w = await jobWorld(env, NOW, { enqueue: async () => {} })
  const letter = await compose(
    {
      ...{ db: w.db, env: { ...env, PUBLIC_URL: 'https://lapor.example.go.id' }, city: w.s.city },
      ...{ now: NOW, found: null, to: '' },
      row: { template: 'month_report', dedupe: `month_report|${month}|${PUPR}` },
    } as unknown as Parameters<typeof compose>[0],
    { kind: 'staff' } as Parameters<typeof compose>[1],
  )
  expect(letter.body).toContain(`Masuk: ${await counted(`lead_agency_id = ${PUPR}`)}`)
  expect(letter.body).toContain('Lewat tenggat sekarang, dari semua bulan: 1')
  expect(letter.body).toContain(
    `https://lapor.example.go.id/petugas/kinerja/bulan/${month}?opd=inspektorat`,
  )
})
