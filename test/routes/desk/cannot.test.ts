import { expect, test } from 'vitest'
import { DISHUB } from '../../support/commands.ts'
import { look, send, staff, standing } from '../../support/desk.ts'
import { fresh, handled, routed } from '../../support/desk-cases.ts'
import { give } from '../../support/handled.ts'
import { t } from '../../support/words.ts'
import { someone, world } from '../../support/world.ts'

type By = Parameters<typeof look>[0]

const cannotIn = async (by: By, nomor: string): Promise<string[]> => {
  const { html } = await look(by, `/petugas/laporan/${nomor}`)
  return [...html.matchAll(/Belum bisa “([^”]+)”, karena ([^<]+)\./g)].map(
    ([, what, why]) => `${what}: ${why}`,
  )
}

const objected = async () => {
  const nomor = await fresh()
  await send(await staff('verifier'), nomor, '/arsip', { alasan: 'Isinya iklan belaka.' })
  const { complaint } = await standing(nomor)
  const said = { name: 'object', text: 'Ini bukan iklan sama sekali.' } as const
  await give(await world(), complaint.id, { kind: 'reporter' }, Date.now(), said)
  return nomor
}

test('while an objection is open the verifier reads who decides, step by step', async () => {
  const nomor = await objected()
  const why = 'hanya admin kota yang memutuskan laporan ini'
  const verifier = await cannotIn(await staff('verifier'), nomor)
  expect(verifier.filter((line) => line.endsWith(why)).length).toBeGreaterThanOrEqual(4)
  expect(verifier.join()).toContain('Teruskan ke OPD')
  expect(await cannotIn(await staff('admin'), nomor)).toEqual([])
})

test('an agency that was given it for good reads why it cannot return it', async () => {
  const nomor = await objected()
  const admin = await staff('admin')
  await send(admin, nomor, '/penerusan', {
    jenis: 'complaint',
    kategori: '1',
    opd: String(DISHUB),
    prioritas: 'normal',
    rilis: 'tidak',
  })
  const lines = await cannotIn(await staff('liaison', DISHUB), nomor)
  expect(lines.join()).toContain('admin kota sudah menetapkan OPD ini')
})

test('a report that is never public says so in place of its form', async () => {
  const nomor = await routed({ confidential: true }, { rilis: 'tidak' })
  const lines = await cannotIn(await staff('verifier'), nomor)
  expect(lines.join()).toContain('laporan rahasia atau sensitif tidak tampil untuk umum')
})

test('an officer reads who goes on where a colleague has it', async () => {
  const officer = someone('officer', DISHUB, 'rekan')
  const told = async (nomor: string, by = officer) =>
    (await look(by, `/petugas/laporan/${nomor}`)).html
  const taken = await handled()
  expect(await told(taken)).toContain(t.deskForms.colleagues)
  expect(await told(taken, await staff('officer', DISHUB))).not.toContain(t.deskForms.colleagues)
})

test('what is not theirs, or is of another state, is no reason at all', async () => {
  const nomor = await handled()
  for (const by of [await staff('officer', DISHUB), await staff('leader'), await staff('auditor')])
    expect(await cannotIn(by, nomor)).toEqual([])
  const anonymous = await routed({ anonymous: true }, { teks_saring: 'Lampu padam di jalan itu.' })
  // whom the name is sealed from is not told whether there is one
  expect(await cannotIn(await staff('liaison', DISHUB), anonymous)).toEqual([])
})
