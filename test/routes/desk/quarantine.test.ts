import { expect, it } from 'vitest'
import { aReport } from '../../support/citizen.ts'
import { look, send, staff } from '../../support/desk.ts'
import { routing } from '../../support/desk-cases.ts'
import { post } from '../../support/request.ts'
import { world } from '../../support/world.ts'

it('shows the verifier apart what came above the ceiling, until it is let through', async () => {
  const { db } = await world()
  const from = { 'CF-Connecting-IP': '203.0.113.10' }
  const file = async () =>
    /class="ref">([^<]+)</.exec(await (await post('/lapor', aReport(), from)).text())?.[1] ?? ''
  const within = await file()
  await db.run('update counter set count = 120 where count = 1')
  const above = await file()
  const verifier = await staff('verifier')
  const list = async (view: string) => (await look(verifier, `/petugas/antrean/${view}`)).html
  expect(await list('belum-diverifikasi')).toContain(within)
  expect(await list('belum-diverifikasi')).not.toContain(above)
  expect(await list('karantina')).toContain(above)
  expect(await list('karantina')).not.toContain(within)
  expect((await look(verifier, `/petugas/laporan/${above}`)).html).toContain('Karantina:')
  expect((await look(verifier, `/petugas/laporan/${within}`)).html).not.toContain('Karantina:')
  const routed = await send(verifier, above, '/penerusan', routing)
  expect([routed.status, routed.html]).toEqual([303, ''])
  expect(await list('karantina')).not.toContain(above)
  expect((await look(verifier, `/petugas/laporan/${above}`)).html).not.toContain('Karantina:')
})
