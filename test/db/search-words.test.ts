import { expect, test } from 'vitest'
import { found, matchOf, scopeOf } from '../../src/db/search.ts'
import { placeNames } from '../../src/domain/city/place-names.ts'
import type { Staff } from '../../src/domain/people/actor.ts'
import { DISHUB, routing } from '../support/commands.ts'
import { give } from '../support/handled.ts'
import { aForm, filed, someone, TUESDAY, world } from '../support/world.ts'

const verifier = someone('verifier')
const withheld = { release: false, title: '', text: '', point: false, photoIds: [] }

const report = async (text: string, anonymous = false) => {
  const form = aForm({ anonymous })
  form.command.text = text
  Object.assign(form.words, { text, title: 'Laporan' })
  const s = await world()
  return { s, id: (await filed(s, form)).found.complaint.id }
}

const finds = async (by: Staff, typed: string) => {
  const match = matchOf(typed, scopeOf(by, TUESDAY))
  const all = { from: 0, to: Number.MAX_SAFE_INTEGER }
  const rows = match ? await found((await world()).db, match, all) : []
  return rows.map((row) => row.id)
}

test('what a word finds tells nobody whether it stands in a report kept from them', async () => {
  const given = async (text: string) => {
    const { s, id } = await report(text)
    await give(s, id, verifier, TUESDAY, routing({ release: withheld }))
    return id
  }
  // one less than the number from which a word is no longer read as a beginning
  for (let i = 0; i < 12; i++) await given(`Laporan ${i} yang menyebut hasibuan di dalamnya.`)
  const longer = await given('Laporan yang menyebut hasibuanto di dalamnya.')
  const asked = [someone('officer', DISHUB), someone('auditor')]
  const answers = () => Promise.all(asked.map((by) => finds(by, 'hasibuan')))
  const before = await answers()
  expect(before.map((ids) => ids.includes(longer))).toEqual([true, true])
  const { id } = await report('Yang memungut itu Pak Hasibuan dari gudang angkutan.', true)
  expect(await finds(verifier, 'hasibuan')).toContain(id)
  expect(await answers()).toEqual(before)
})

const atPlace = async (more: { landmark?: string; anonymous?: boolean }) => {
  const form = aForm({ anonymous: more.anonymous ?? false })
  form.words.landmark = more.landmark ?? null
  const s = await world()
  const { complaint } = (await filed(s, form)).found
  return { s, id: complaint.id }
}

test('a report is found by its landmark, also shortened, and by the name of its place', async () => {
  const { city } = await world()
  const near = async (typed: string, by = verifier) => {
    const match = matchOf(typed, scopeOf(by, TUESDAY), placeNames(city))
    const all = { from: 0, to: Number.MAX_SAFE_INTEGER }
    return (match ? await found((await world()).db, match, all) : []).map((row) => row.id)
  }
  const { s, id } = await atPlace({ landmark: 'Depan toko Sumber Rezeki, Jl. Xantri Gg. Quokka' })
  for (const typed of ['jalan xantri', 'Jl. Xantri', 'gang quokka', 'gg quokka', 'toko rezeki'])
    expect(await near(typed), typed).toEqual([id])
  const area = city.areas.find((one) => one.id === 101)
  const name = area?.name ?? ''
  const district = city.areas.find((one) => one.id === area?.parentId)?.name ?? ''
  for (const typed of [name, `kel. ${name}`, `berlubang ${name} quokka`, `kecamatan ${district}`])
    expect(await near(typed), typed).toContain(id)
  expect(await near(`${name} tidakadakatanya`)).toEqual([])
  const other = city.areas.find((one) => one.parentId !== null && one.id !== 101)
  expect(await near(`${other?.name} quokka`)).toEqual([])
  // the agency of an anonymous report finds it by its screened copy alone, though by its place
  const hidden = await atPlace({ landmark: 'Rumah cat ungu Jl. Zyxwortel', anonymous: true })
  expect(await near('zyxwortel')).toEqual([hidden.id])
  const officer = someone('officer', DISHUB)
  const screenedText = 'Jalan berlubang dalam di dekat sekolah.'
  const release = { ...withheld, title: 'Jalan berlubang' }
  const columns = { screenedText, releasedTitle: release.title }
  const command = routing({ release, screenedText })
  await give(s, hidden.id, verifier, TUESDAY, command, { columns })
  expect(await near('zyxwortel')).toEqual([])
  expect(await near('zyxwortel', officer)).toEqual([])
  expect(await near(`sekolah ${name}`, officer)).toContain(hidden.id)
})
