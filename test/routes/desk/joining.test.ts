import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { followRoots } from '../../../src/jobs/follow-roots.ts'
import { jobWorld } from '../../../src/jobs/world.ts'
import { refusals } from '../../../src/words/id/refusals.ts'
import { fileReport, read } from '../../support/citizen.ts'
import { look, send, staff, standing } from '../../support/desk.ts'
import { fresh, handled } from '../../support/desk-cases.ts'

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

it('joins a root with all that is joined to it: one form, and each reporter sees the new root', async () => {
  const verifier = await staff('verifier')
  const [root, old, member] = [await handled(), await handled(), await fileReport()]
  await send(verifier, member.number, '/penggabungan', { induk: old })
  expect((await look(verifier, `/petugas/laporan/${old}`)).html).toContain('/penggabungan')
  expect((await send(verifier, old, '/penggabungan', { induk: root })).status).toBe(303)
  expect((await standing(root)).complaint.clusterSize).toBe(3)
  const seen = async () => {
    const { html } = await look(verifier, `/petugas/laporan/${member.number}`)
    const own = await read(member.url, member.cookie)
    expect(own).toContain('Laporan induk')
    return [
      html.includes(`href="/petugas/laporan/${root}"`),
      html.includes(`href="/petugas/laporan/${old}"`),
    ]
  }
  expect(await seen()).toEqual([true, false])
  const alasan = 'Kerusakannya di jalan lain.'
  const early = await send(verifier, old, '/pemisahan', { alasan })
  expect(early.status).toBe(422)
  expect(early.html).toContain(refusals.still_moving)
  await followRoots(await jobWorld(env, Date.now(), { enqueue: async () => {} }))
  expect(await seen()).toEqual([true, false])
  expect(await read(member.url, member.cookie)).toContain('Laporan induk digabungkan')
  expect((await send(verifier, old, '/pemisahan', { alasan })).status).toBe(303)
  expect((await standing(old)).complaint.state).toBe('in_progress')
  expect((await standing(root)).complaint.clusterSize).toBe(2)
})
