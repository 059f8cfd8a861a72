import { expect, it } from 'vitest'
import { request } from '../../support/request.ts'
import { aStaff, sessionOf } from '../../support/staff.ts'
import { world } from '../../support/world.ts'

const NOWHERE = ['/petugas/tidak-ada', '/petugas/laporan/a/b/c/d', '/petugas/antrean/x/y']

it('tells whoever is signed in in the desk that an address leads nowhere', async () => {
  await world()
  const cookie = await sessionOf(await aStaff('verifier'))
  for (const path of NOWHERE) {
    const answer = await request(path, { headers: { Cookie: cookie } })
    expect([path, answer.status]).toEqual([path, 404])
    expect(await answer.text()).toContain('Ke antrean Anda')
  }
})

it('tells a stranger nothing of the desk there', async () => {
  await world()
  for (const cookie of ['', 'petugas=tiruan']) {
    const answer = await request(NOWHERE[0] ?? '', { headers: { Cookie: cookie } })
    expect(answer.status).toBe(404)
    expect(await answer.text()).not.toContain('Ke antrean Anda')
  }
})
