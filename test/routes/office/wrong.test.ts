import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { loadCity } from '../../../src/db/city.ts'
import { database } from '../../../src/db/database.ts'
import { SHEETS } from '../../../src/domain/city/sheets/all.ts'
import { PUPR } from '../../support/handled.ts'
import { formsIn, type ShownField } from '../../support/html-forms.ts'
import { formAt, give, type Signed, see } from '../../support/office-forms.ts'
import { type SampleWorld, sampleWorld } from '../../support/sample-world.ts'
import { aStaff } from '../../support/staff.ts'

let sample: SampleWorld
let admin: Signed
let other = ''

beforeAll(async () => {
  sample = await sampleWorld()
  admin = { cookie: sample.cookies.admin }
  other = (await aStaff('head', PUPR)).id
  env.LIMIT_GUESS.limit = async () => ({ success: true })
})

/** Fields that the summary leads to. */
const summed = (html: string): string[] => {
  const summary = /<div class="note late" role="alert"[\s\S]*?<\/ul>/.exec(html)?.[0] ?? ''
  return [...summary.matchAll(/href="#([\w-]+)"/g)].map(([, id = '']) => id).sort()
}

/** Beside the field, too. */
const beside = (html: string): string[] =>
  [...html.matchAll(/class="msg" id="([\w-]+)-e"/g)].map(([, id = '']) => id).sort()

/** What nobody could mean, by the name of the field; null: nothing in it is wrong. */
const WRONG: Record<string, string | null> = {
  ...{ email: 'bukan alamat', tanggal: 'besok', jam: '99.99', tahun: 'dulu', sejak: 'besok' },
  ...{ lama: 'lama', hari: 'kapan saja', yakin: '' },
  // whatever somebody leaves to reach them by is kept as they said it
  ...{ kontak_email: null, kontak_telepon: null },
}

const wrongOf = ({ name, kind, required }: ShownField): string | null => {
  if (name in WRONG) return WRONG[name] ?? null
  if (kind === 'choice') return 'zzz'
  return kind === 'words' && required ? '' : null
}

/** A page with a form of the office on it, and the form's address where it is another. */
const FORMS: [what: string, page: () => string, below?: string][] = [
  ['invitation', () => '/petugas/staf'],
  ['name', () => `/petugas/staf/${other}`, '/nama'],
  ['address', () => `/petugas/staf/${other}`, '/email'],
  ['role', () => `/petugas/staf/${other}`, '/peran'],
  ['end of a role', () => `/petugas/staf/${other}`, '/peran/pencabutan'],
  ['leaving', () => `/petugas/staf/${other}`, '/penonaktifan'],
  ['request', () => '/petugas/permintaan-data'],
  ['its answer', () => '/petugas/permintaan-data/1'],
  ['breach', () => '/petugas/insiden-data'],
  ['what was done', () => '/petugas/insiden-data/1'],
  ['template', () => '/petugas/templat/baru'],
  ['report of somebody at the counter', () => '/petugas/laporan-baru'],
  ['year', () => '/petugas/pengaturan/kalender/baru'],
  ['clock rule', () => '/petugas/pengaturan/batas-waktu/baru'],
]

const formOn = (html: string, at: string) => formsIn(html).find(({ action }) => action === at)

/** Answered with each of them named at once, in the summary and beside it, and what was typed. */
const expectNamed = async (at: string, carried: Sent, wrong: Sent) => {
  const answer = await give(at, { ...carried, ...wrong }, admin)
  const html = await answer.text()
  const names = Object.keys(wrong).sort()
  expect([answer.status, summed(html)]).toEqual([422, names])
  expect(beside(html)).toEqual(names)
  const fields = formOn(html, at)?.fields ?? []
  const stays = fields.filter(({ name, kind }) => kind === 'words' && name in wrong)
  const kept = stays.map(({ name, values }) => [name, values[0] ?? ''])
  expect(Object.fromEntries(kept)).toEqual(
    Object.fromEntries(stays.map(({ name }) => [name, wrong[name]])),
  )
}

type Sent = Record<string, string>

test.each(FORMS)('%s: all that is wrong is named at once', async (_, page, below = '') => {
  const at = page() + below
  const fields = formOn((await see(page(), admin)).text, at)?.fields ?? []
  const carried = fields.flatMap(({ name, kind, values }) =>
    kind === 'hidden' ? [[name, values[0] ?? '']] : [],
  )
  const wrong = fields.flatMap((field) => {
    const value = wrongOf(field)
    return value === null ? [] : [[field.name, value]]
  })
  expect(wrong.length).toBeGreaterThan(0)
  await expectNamed(at, Object.fromEntries(carried), Object.fromEntries(wrong))
})

/** The first that the column does not take. */
const REFUSED = ['', '~', '-999,5', 'kata '.repeat(500)]

test.each(SHEETS.map((sheet) => [sheet.at, sheet] as const))(
  'settings, %s: all that is wrong is named at once',
  async (at, { columns, single, noun }) => {
    const city = await loadCity(database(env.DB))
    const wrong = columns.flatMap(({ name, kind, read }) => {
      // a box that is not ticked is a no; a picture has its own test
      if (kind === 'flag' || kind === 'picture') return []
      const value = REFUSED.find((typed) => !read(typed, city).ok)
      return value === undefined ? [] : [[name, value]]
    })
    expect(wrong.length, noun).toBeGreaterThan(0)
    const page = `/petugas/pengaturan/${at}/${single ? 0 : 'baru'}`
    const { versi = '' } = await formAt(page, admin)
    await expectNamed(page, { versi }, Object.fromEntries(wrong))
  },
)
