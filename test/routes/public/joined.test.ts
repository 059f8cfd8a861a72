import { beforeEach, expect, it } from 'vitest'
import { caseByReference } from '../../../src/db/cases.ts'
import { runMerge } from '../../../src/db/clusters.ts'
import { runCommand } from '../../../src/db/run-command.ts'
import type { Given } from '../../../src/domain/acts/acts.ts'
import type { Actor } from '../../../src/domain/people/actor.ts'
import { fileReport, read } from '../../support/citizen.ts'
import { DISHUB, routing } from '../../support/commands.ts'
import { request } from '../../support/request.ts'
import { someone, world } from '../../support/world.ts'

beforeEach(async () => {
  await world()
})

const verifier = someone('verifier')
const officer = someone('officer', DISHUB)
const reporter = { kind: 'reporter' } as const

const give = async (nomor: string, actor: Actor, command: Given) => {
  const s = await world(actor, Date.now())
  const found = await caseByReference(s.db, nomor)
  if (!found) throw new Error(`no ${nomor}`)
  const done = await runCommand(s, found, command)
  if (!done.ok) throw new Error(JSON.stringify(done))
}

/** A report in the officer's hands, and another one joined under it. */
const aPair = async () => {
  const [root, member] = [await fileReport(), await fileReport()]
  await give(root.number, verifier, routing())
  await give(root.number, officer, { name: 'take_up' })
  const s = await world(verifier, Date.now())
  const found = await caseByReference(s.db, member.number)
  if (!found) throw new Error('gone')
  expect((await runMerge(s, found, root.number)).ok).toBe(true)
  return { root, member }
}

/** The seconds in which a step may be taken back are over. */
const later = async () => {
  const { db } = await world()
  await db.run('update message set visible_from = 1')
  await db.run('update complaint set undo = null')
}

const ANSWER = 'Tiga lampu sudah kami pesan, dipasang hari Kamis.'
const NOTE = 'Catatan dalam tentang anggaran lampu tahun ini.'

it('shows the root’s public answers, agency, clock and end to whoever joined it', async () => {
  const { root, member } = await aPair()
  await give(root.number, officer, { name: 'note', text: NOTE })
  await give(root.number, officer, { name: 'reply', text: ANSWER })
  expect(await read(member.url, member.cookie)).not.toContain(ANSWER)
  await later()
  const page = await read(member.url, member.cookie)
  expect(page).toContain(ANSWER)
  expect(page).not.toContain(NOTE)
  expect(page).toContain('Laporan induk: Ditindaklanjuti')
  expect(page).toContain('Tenggat')
  await give(root.number, officer, {
    name: 'propose_closure',
    text: 'Ketiga lampu sudah menyala kembali.',
    reason: 'Lampu sudah diganti baru',
    evidenceFiles: 1,
    visit: null,
  })
  await later()
  const proposed = await read(member.url, member.cookie)
  expect(proposed).toContain('Ketiga lampu sudah menyala kembali.')
  expect(proposed).toContain('Lampu sudah diganti baru')
  await give(root.number, reporter, { name: 'confirm' })
  expect(await read(member.url, member.cookie)).toContain('Laporan induk: Selesai')
})

it('shows nothing that the root’s reporter wrote to whoever joined it', async () => {
  const { root, member } = await aPair()
  const question = 'Tiang nomor berapa yang padam?'
  await give(root.number, officer, { name: 'ask', text: question })
  await give(root.number, reporter, { name: 'answer', text: 'Tiang 14 di depan rumah saya.' })
  await later()
  const page = await read(member.url, member.cookie)
  expect(page).not.toContain(question)
  expect(page).not.toContain('Tiang 14')
})

it('does not answer 304 to whoever joined a root that was answered meanwhile', async () => {
  const { root, member } = await aPair()
  const headers = { Cookie: member.cookie }
  const ETag = (await request(member.url, { headers })).headers.get('ETag') ?? ''
  const again = () => request(member.url, { headers: { ...headers, 'If-None-Match': ETag } })
  expect((await again()).status).toBe(304)
  await give(root.number, officer, { name: 'reply', text: ANSWER })
  await later()
  expect((await again()).status).toBe(200)
})

it('tells whoever joined a root in plain text how that one stands, in 300 bytes', async () => {
  const { member } = await aPair()
  const headers = { Cookie: member.cookie, Accept: 'text/plain' }
  const text = await (await request(member.url, { headers })).text()
  expect(text).toContain('Laporan induk: Ditindaklanjuti')
  expect(text).toContain('Tenggat')
  expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(300)
})
