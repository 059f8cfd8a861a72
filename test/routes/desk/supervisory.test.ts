import { expect, test } from 'vitest'
import { DISHUB, INSPEKTORAT, routing } from '../../support/commands.ts'
import { look, staff } from '../../support/desk.ts'
import { give } from '../../support/handled.ts'
import { filed, someone, TUESDAY, world } from '../../support/world.ts'

const withheld = { release: false, title: '', text: '', point: false, photoIds: [] }
const inspector = someone('inspectorate', INSPEKTORAT)

/** A supervisory case about Dishub that its reporter disputed. */
const disputed = async () => {
  const s = await world()
  const { id } = (await filed(s)).found.complaint
  const route = routing({ supervisory: true, leadAgencyId: INSPEKTORAT, release: withheld })
  await give(s, id, someone('verifier'), TUESDAY, { ...route, aboutAgencyId: DISHUB })
  await give(s, id, inspector, TUESDAY, { name: 'take_up' })
  await give(s, id, inspector, TUESDAY, {
    name: 'propose_closure',
    text: 'Kami sudah memeriksa orangnya sampai selesai.',
    reason: 'Sudah diperiksa',
    evidenceFiles: 1,
    visit: null,
  })
  await give(s, id, { kind: 'reporter' }, TUESDAY, { name: 'dispute', text: 'Masih memungut.' })
}

test('not even a number tells the administrator of a disputed supervisory case', async () => {
  await disputed()
  const count = async (by: Parameters<typeof look>[0]) =>
    /antrean\/digugat">[^<]*<span>(\d+)/.exec((await look(by, '/petugas/antrean/semua')).html)?.[1]
  expect(await count(await staff('leader'))).toBe('1')
  expect(await count(await staff('admin'))).toBe('0')
})
