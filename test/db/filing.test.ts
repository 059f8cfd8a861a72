import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { changedServerSecret } from '../../scripts/keys/server-secret.ts'
import { newSecrets } from '../../scripts/secrets.ts'
import { fileOnce } from '../../src/db/filing.ts'
import { purgeFilings } from '../../src/db/sweeps.ts'
import { DAY } from '../../src/domain/time/time.ts'
import { randomBytes } from '../../src/random.ts'
import { keyOpens } from '../../src/routes/public/key-opens.ts'
import { mintToken } from '../../src/seal/form-token.ts'
import { aForm, filed, TUESDAY, world } from '../support/world.ts'

const count = async (table: string) =>
  (await env.DB.prepare(`select count(*) n from ${table}`).first<{ n: number }>())?.n

it('files a complaint with its first event, clocks, queue place, notice and figures', async () => {
  const s = await world()
  const { found, key } = await filed(s)
  expect(found.complaint.reference).toMatch(/^DMI-/)
  expect(key).toHaveLength(16)
  expect(found.complaint.clocks.map((c) => [c.kind, c.dueDay]).toSorted()).toEqual([
    ['complete', '2026-12-08'],
    ['decide', '2027-02-04'],
    ['settle', '2026-12-14'],
    ['verify', '2026-11-27'],
  ])
  const figure = await env.DB.prepare(`select * from figure where scope = 'city'`).first()
  expect(figure).toMatchObject({ month: '2026-11', received: 1, open: 1 })
})

it('answers fifty equal sends at once with one complaint, one number and one key', async () => {
  const s = await world()
  const before = await count('complaint')
  const token = mintToken(env.SERVER_SECRET, randomBytes, TUESDAY)
  const answers = await Promise.all(Array.from({ length: 50 }, () => filed(s, aForm({}, token))))
  expect(new Set(answers.map((a) => `${a.found.complaint.reference} ${a.key}`)).size).toBe(1)
  expect(await count('complaint')).toBe((before ?? 0) + 1)
})

it('asks each of fifty different sends under one token, and shows none the receipt of another', async () => {
  const s = await world()
  const token = mintToken(env.SERVER_SECRET, randomBytes, TUESDAY)
  await filed(s, aForm({}, token))
  const forms = Array.from({ length: 50 }, (_, i) => {
    const form = aForm({}, token)
    return { ...form, words: { ...form.words, text: `${form.words.text} Nomor ${i}.` } }
  })
  const answers = await Promise.all(forms.map((form) => fileOnce(s, env, form)))
  expect(answers.every((a) => a.kind === 'other_fields')).toBe(true)
})

it.each([
  ['before the sweep', false],
  ['when the sweep has taken its row away', true],
])('asks whether a form sent again after its week is a new report, %s', async (_, swept) => {
  const s = await world()
  const form = aForm()
  await filed(s, form)
  const before = await count('complaint')
  if (swept) await purgeFilings(s.db, TUESDAY + 9 * DAY)
  const late = { ...s, now: TUESDAY + 9 * DAY }
  expect(await fileOnce(late, env, form)).toEqual({ kind: 'old' })
  expect(await count('complaint')).toBe(before)
})

it('gives the same answer until the form is seven days old, however late it was sent first', async () => {
  const s = await world()
  const form = aForm()
  const first = await filed({ ...s, now: TUESDAY + 6.5 * DAY }, form)
  const again = await filed({ ...s, now: TUESDAY + 6.9 * DAY }, form)
  expect(again.found.complaint.reference).toBe(first.found.complaint.reference)
})

it('takes no token that it has not made itself', async () => {
  const s = await world()
  for (const token of ['', 'AAAAAAAAAAAAAAAAAAAAAA', 'A'.repeat(38)])
    expect(await fileOnce(s, env, { ...aForm(), token })).toEqual({ kind: 'no_token' })
})

it('answers a form that comes again after the server secret changed with the key that opens its report', async () => {
  const s = await world()
  const form = { ...aForm(), words: { ...aForm().words, text: 'Pohon tumbang menutup jalan.' } }
  const first = await filed(s, form)
  let { SERVER_SECRET } = env
  for (const _ of ['once', 'twice']) {
    SERVER_SECRET = changedServerSecret(SERVER_SECRET, TUESDAY)
    const again = await fileOnce(s, { ...env, SERVER_SECRET }, form)
    expect(again).toMatchObject({ kind: 'filed', key: first.key })
    const found = 'found' in again ? again.found : null
    expect(found?.complaint.reference).toBe(first.found.complaint.reference)
    expect(await keyOpens(env, first.key, found)).toBe(true)
  }
  const other = { ...form, token: mintToken(SERVER_SECRET, randomBytes, TUESDAY) }
  const { reference } = first.found.complaint
  const asked = await fileOnce(s, { ...env, SERVER_SECRET }, { ...other, asksIfSame: true })
  expect(asked).toEqual({ kind: 'same', reference })
})

it('files a form once that was opened before the server secret changed', async () => {
  const s = await world()
  const form = aForm()
  const SERVER_SECRET = changedServerSecret(env.SERVER_SECRET, TUESDAY)
  const [first, again] = [
    await fileOnce(s, { ...env, SERVER_SECRET }, form),
    await fileOnce(s, { ...env, SERVER_SECRET }, form),
  ]
  expect(first.kind).toBe('filed')
  expect(again).toMatchObject({ kind: 'filed', key: 'key' in first && first.key })
})

it('shows no key for a form that comes again when the server secret before is lost', async () => {
  const s = await world()
  const form = aForm()
  await filed(s, form)
  const SERVER_SECRET = newSecrets().SERVER_SECRET
  expect(await fileOnce(s, { ...env, SERVER_SECRET }, form)).toEqual({ kind: 'no_token' })
})

it('keeps no name or contact in the clear anywhere in the database', async () => {
  const s = await world()
  await filed(s)
  const tables = await env.DB.prepare(
    `select name from sqlite_master where type = 'table' and name not like '%search%' and name not like '_cf%'`,
  ).all<{ name: string }>()
  for (const { name } of tables.results) {
    const rows = JSON.stringify((await env.DB.prepare(`select * from "${name}"`).all()).results)
    expect(rows, name).not.toMatch(/Siti Rahmah|081200001234|siti@contoh/)
  }
})
