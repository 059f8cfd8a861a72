import { describe, expect, it, test } from 'vitest'
import { build, type PathName } from '../../../src/paths.ts'
import { STEPS } from '../../../src/routes/desk/steps/all.ts'
import { DISHUB, WORDS } from '../../support/commands.ts'
import { type Fields, send, staff, standing } from '../../support/desk.ts'
import { fresh, handled } from '../../support/desk-cases.ts'
import { rows } from '../../support/handled.ts'
import { WAYS, type Way } from '../../support/step-ways.ts'
import { t } from '../../support/words.ts'

const FASTER = 'baru saja diubah oleh'

const pathOf = (name: PathName) => build(name as 'caseRoute', { nomor: '' }).split('//')[1] ?? ''

const poster = async (path: PathName, { by, nomor }: Way) => {
  const versi = String((await standing(nomor)).complaint.version)
  return (fields: Fields) => send(by, nomor, `/${pathOf(path)}`, { versi, ...fields })
}

const wayOf = async (path: PathName, name: string): Promise<Way> => {
  const way = WAYS[path]?.[name]
  if (!way) throw new Error(`no ${path} ${name}`)
  return way()
}

const happened = async (nomor: string) =>
  rows<{ seq: number; type: string }>(
    'select seq, type from event where complaint_id = (select id from complaint where reference = ?)',
    nomor,
  )

const ways = STEPS.flatMap(({ path, shows, anyVersion }) =>
  Object.entries(WAYS[path] ?? {}).map(([name, way]) => ({
    ...{ name: `${path} ${name}`, path, way },
    ...{ leads: shows ? 200 : 303, anyVersion },
  })),
)

test('every step of a case is tried', () => {
  expect(STEPS.map(({ path }) => path).filter((path) => !WAYS[path])).toEqual([])
})

describe.each(ways)('$name', ({ path, way, leads, anyVersion }) => {
  it('sent twice in a row is the same step', async () => {
    const at = await way()
    const before = await happened(at.nomor)
    const post = await poster(path, at)
    const first = await post(at.fields)
    expect(first.status, first.html).toBe(leads)
    const once = await happened(at.nomor)
    const second = await post(at.fields)
    expect([second.status, second.location], second.html).toEqual([leads, first.location])
    expect(await happened(at.nomor)).toEqual(once)
    expect(once.length).toBeGreaterThan(before.length)
  })

  it('sent twice at once is the same step', async () => {
    const [one, two] = [await way(), await way()]
    await (await poster(path, one))(one.fields)
    const post = await poster(path, two)
    const answers = await Promise.all([post(two.fields), post(two.fields)])
    expect(answers.map(({ status }) => status)).toEqual([leads, leads])
    expect(answers[0]?.location).toBe(answers[1]?.location)
    const types = async ({ nomor }: Way) => (await happened(nomor)).map(({ type }) => type)
    expect(await types(two)).toEqual(await types(one))
  })

  it('sent again with other words is a conflict, and keeps them', async () => {
    const at = await way()
    if (!at.other || anyVersion) return
    const post = await poster(path, at)
    await post(at.fields)
    const once = await happened(at.nomor)
    const second = await post(at.other)
    expect([second.status, second.html.includes(FASTER)]).toEqual([409, true])
    expect(await happened(at.nomor)).toEqual(once)
  })
})

it('keeps the other words of a reply in its field', async () => {
  const [officer, nomor] = [await staff('officer', DISHUB), await handled()]
  const versi = String((await standing(nomor)).complaint.version)
  await send(officer, nomor, '/tanggapan', { versi, tanggapan: WORDS })
  const tanggapan = 'Kata-kata lain yang tidak boleh hilang.'
  const second = await send(officer, nomor, '/tanggapan', { versi, tanggapan })
  expect([second.status, second.html.includes(`${tanggapan}</textarea>`)]).toEqual([409, true])
})

it('takes the same words of two people for two steps', async () => {
  const [officer, liaison] = [await staff('officer', DISHUB), await staff('liaison', DISHUB)]
  const nomor = await handled()
  const versi = String((await standing(nomor)).complaint.version)
  await send(liaison, nomor, '/catatan', { versi, catatan: WORDS })
  const second = await send(officer, nomor, '/catatan', { versi, catatan: WORDS })
  expect([second.status, second.html.includes(FASTER)]).toEqual([409, true])
})

it('answers as done also where a colleague wrote in between', async () => {
  const [officer, liaison] = [await staff('officer', DISHUB), await staff('liaison', DISHUB)]
  const nomor = await handled()
  const versi = String((await standing(nomor)).complaint.version)
  const first = await send(officer, nomor, '/tanggapan', { versi, tanggapan: WORDS })
  await send(liaison, nomor, '/catatan', { catatan: 'Sudah saya baca.' })
  const second = await send(officer, nomor, '/tanggapan', { versi, tanggapan: WORDS })
  expect([second.status, second.location]).toEqual([303, first.location])
})

it('does not take for done what was taken back', async () => {
  const [officer, nomor] = [await staff('officer', DISHUB), await handled()]
  const versi = String((await standing(nomor)).complaint.version)
  await send(officer, nomor, '/tanggapan', { versi, tanggapan: WORDS })
  await send(officer, nomor, '/urungkan')
  const second = await send(officer, nomor, '/tanggapan', { versi, tanggapan: WORDS })
  expect([second.status, second.html.includes(`${WORDS}</textarea>`)]).toEqual([409, true])
})

it.each(['in a row', 'at once'])('takes back once what is taken back twice %s', async (how) => {
  const [officer, nomor] = [await staff('officer', DISHUB), await handled()]
  await send(officer, nomor, '/tanggapan', { tanggapan: WORDS })
  const versi = String((await standing(nomor)).complaint.version)
  const undo = () => send(officer, nomor, '/urungkan', { versi })
  const answers =
    how === 'at once' ? await Promise.all([undo(), undo()]) : [await undo(), await undo()]
  expect(answers.map(({ status }) => status)).toEqual([303, 303])
  expect(answers[0]?.location).toBe(answers[1]?.location)
  expect((await happened(nomor)).filter(({ type }) => type === 'undo')).toHaveLength(1)
})

it('shows an identity again for one opening only for a moment, and never once it is barred', async () => {
  const [verifier, nomor] = [await staff('verifier'), await fresh()]
  const versi = String((await standing(nomor)).complaint.version)
  const open = () => send(verifier, nomor, '/identitas', { versi, alasan: WORDS })
  expect((await open()).html).toContain('Siti Rahmah')
  expect((await open()).html).toContain('Siti Rahmah')
  await rows("update event set at = at - 120000 where type = 'reveal'")
  const late = await open()
  expect([late.status, late.html.includes('Siti Rahmah')]).toEqual([409, false])
})

it('leads whoever may no longer open the case back to the queue, and nobody else', async () => {
  const { by, nomor, fields } = await wayOf('caseReturn', 'out of sight')
  const versi = String((await standing(nomor)).complaint.version)
  await send(by, nomor, '/pengembalian', { versi, ...fields })
  const again = await send(by, nomor, '/pengembalian', { versi, ...fields })
  expect([again.status, again.location]).toEqual([
    303,
    `/petugas?kabar=return&nomor=${nomor}&versi=${Number(versi) + 1}`,
  ])
  const other = { versi, ...fields, alasan: 'Kata-kata yang lain sama sekali.' }
  expect((await send(by, nomor, '/pengembalian', other)).status).toBe(404)
  expect((await send(by, nomor, '/pengembalian', fields)).status).toBe(404)
  const colleague = { ...(await staff('liaison', DISHUB)), id: 'other-liaison' }
  const theirs = await send(colleague, nomor, '/pengembalian', { versi, ...fields })
  expect([theirs.status, theirs.html.includes(t.caseWords.done.return ?? '?')]).toEqual([
    404,
    false,
  ])
})
