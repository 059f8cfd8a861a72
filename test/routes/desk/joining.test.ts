import { expect, it } from 'vitest'
import { look, send, staff, standing } from '../../support/desk.ts'
import { fresh } from '../../support/desk-cases.ts'

it('joins to the root where the number of one that is joined already is given, sent once or twice', async () => {
  const verifier = await staff('verifier')
  const [root, member, late] = [await fresh(), await fresh(), await fresh()]
  expect((await send(verifier, member, '/penggabungan', { induk: root })).status).toBe(303)
  const versi = String((await standing(late)).complaint.version)
  for (let i = 0; i < 2; i++)
    expect((await send(verifier, late, '/penggabungan', { induk: member, versi })).status).toBe(303)
  const { complaint } = await standing(root)
  expect(complaint.clusterSize).toBe(3)
  expect((await standing(late)).complaint.rootId).toBe(complaint.id)
  expect((await look(verifier, `/petugas/laporan/${root}`)).html).toContain(late)
})

it('does not join a root to one of its own', async () => {
  const verifier = await staff('verifier')
  const [root, member] = [await fresh(), await fresh()]
  await send(verifier, member, '/penggabungan', { induk: root })
  expect((await send(verifier, root, '/penggabungan', { induk: member })).status).toBe(422)
})
