import { caseById } from '../../src/db/cases.ts'
import { runCommand } from '../../src/db/run-command.ts'
import { DISHUB } from './commands.ts'
import { send, staff, standing } from './desk.ts'
import { aForm, filed, world } from './world.ts'

export const routing = {
  jenis: 'complaint',
  kategori: '3',
  opd: String(DISHUB),
  prioritas: 'normal',
  rilis: 'ya',
  judul_rilis: 'Lampu jalan padam di Purnama',
  teks_rilis: 'Tiga lampu jalan padam sejak sembilan hari lalu.',
}

/** Filed now; its number. */
export const fresh = async (changes: Parameters<typeof aForm>[0] = {}, text?: string) => {
  const s = await world(undefined, Date.now())
  const form = aForm(changes)
  if (text) form.words = { ...form.words, text, title: text.slice(0, 60) }
  return (await filed(s, form)).found.complaint.reference
}

/** Routed to Dishub, with what the form says besides. */
export const routed = async (
  changes: Parameters<typeof aForm>[0] = {},
  fields: Record<string, string> = {},
  text?: string,
) => {
  const nomor = await fresh(changes, text)
  const answer = await send(await staff('verifier'), nomor, '/penerusan', { ...routing, ...fields })
  if (answer.status !== 303) throw new Error(`${answer.status} ${answer.html}`)
  return nomor
}

/** In the hands of Dishub's officer. */
export const handled = async (...of: Parameters<typeof routed>) => {
  const nomor = await routed(...of)
  await send(await staff('officer', DISHUB), nomor, '/penanganan')
  return nomor
}

/** The reporter answers what was asked. */
export const asReporter = async (nomor: string, text: string) => {
  const s = await world({ kind: 'reporter' }, Date.now())
  const { complaint } = await standing(nomor)
  const found = await caseById(s.db, complaint.id)
  if (!found) throw new Error('gone')
  return runCommand(s, found, { name: 'answer', text })
}
