import { Hono } from 'hono'
import type { Given } from '../../domain/acts/acts.ts'
import { PRIORITIES } from '../../domain/case/complaint.ts'
import type { Posted } from '../../forms/read.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { patterns } from '../../paths.ts'
import { give } from './give.tsx'
import { readable } from './readable.ts'

export const commands = new Hono<AppEnv>()

/** Forms that mean one command with a text or a choice, by the path they post to. */
const PLAIN: [path: string, form: string, toCommand: (read: Posted, c: AppContext) => Given][] = [
  [patterns.caseQuestion, 'ask', (r) => ({ name: 'ask', text: r.text('pertanyaan') })],
  [patterns.caseReturn, 'return', (r, c) => returning(r, c)],
  [patterns.caseArchive, 'archive', (r) => ({ name: 'archive', text: r.text('alasan') })],
  [patterns.caseUnarchive, 'unarchive', (r) => ({ name: 'unarchive', text: r.text('alasan') })],
  [patterns.caseTakeUp, 'take_up', () => ({ name: 'take_up' })],
  [patterns.caseNote, 'note', (r) => ({ name: 'note', text: r.text('catatan') })],
  [patterns.casePriority, 'set_priority', (r, c) => prioritising(r, c)],
  [patterns.caseReply, 'reply', (r) => ({ name: 'reply', text: r.text('tanggapan') })],
  [patterns.caseReopen, 'reopen', (r) => ({ name: 'reopen', text: r.text('alasan') })],
  [patterns.caseReminder, 'remind', (r) => ({ name: 'remind', text: r.text('pesan') })],
]

for (const [path, form, toCommand] of PLAIN)
  commands.post(path, readable, give({ form, meant: (c, r) => ({ command: toCommand(r, c) }) }))

function returning(read: Posted, { var: { city } }: AppContext): Given {
  const proposed = city.agencies.find((a) => a.id === read.id('opd') && a.active)
  return { name: 'return', text: read.text('alasan'), proposedAgencyId: proposed?.id ?? null }
}

function prioritising(read: Posted, { var: { dossier } }: AppContext): Given {
  const priority = PRIORITIES.find((one) => one === read.line('prioritas'))
  return { name: 'set_priority', priority: priority ?? dossier.complaint.priority }
}
