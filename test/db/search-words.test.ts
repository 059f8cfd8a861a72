import { expect, test } from 'vitest'
import { found, matchOf, scopeOf } from '../../src/db/search.ts'
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
