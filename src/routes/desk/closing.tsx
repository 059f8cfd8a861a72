import { Hono } from 'hono'
import { dossierByReference } from '../../db/dossier.ts'
import { contextOf, runCommand } from '../../db/run-command.ts'
import { isRefusal } from '../../domain/case/command.ts'
import { decide } from '../../domain/case/decide.ts'
import { evidenceOf } from '../../domain/case/evidence.ts'
import { fileSource } from '../../domain/case/parties.ts'
import { type Posted, readForm } from '../../forms/read.ts'
import { type AppEnv, surroundings } from '../../http.ts'
import { patterns } from '../../paths.ts'
import { receiveFiles } from '../receive-files.ts'
import { serveFile } from '../serve-file.ts'
import { maySeeFile } from './case-attachments.ts'
import { answer, isCurrent, overtaken, refused, toError } from './give.tsx'
import { readable } from './readable.ts'

export const closing = new Hono<AppEnv>()

function closureOf(read: Posted, evidenceFiles: number) {
  return {
    name: 'propose_closure' as const,
    text: read.text('tanggapan'),
    reason: read.text('alasan'),
    evidenceFiles,
    visit: read.text('kunjungan') || null,
  }
}

/**
 * Nyatakan selesai, its evidence in the same form: first whether the words would do, then the
 * files, each kept whatever happens to the next, then the closing itself.
 */
closing.post(patterns.caseClosure, readable, async (c) => {
  const form = 'propose_closure'
  const read = await readForm(c)
  if (!isCurrent(c, read)) return overtaken(c, read, form)
  const s = surroundings(c, c.var.staff)
  const sent = read.files('berkas')
  const would = closureOf(read, evidenceOf(c.var.dossier).length + sent.length)
  const { complaint } = c.var.dossier
  const verdict = decide(complaint, would, contextOf(s, complaint))
  if (isRefusal(verdict)) return refused(c, read, form, [toError(c.var.t, form, verdict, form)])
  if (sent.length > 0) {
    const { errors } = await receiveFiles(c, c.var.dossier, {
      actor: c.var.staff,
      source: 'agency',
      sent,
    })
    const fresh = await dossierByReference(c.var.db, complaint.reference)
    if (fresh) c.set('dossier', fresh)
    if (errors.length > 0) return refused(c, read, form, errors)
  }
  const command = closureOf(read, evidenceOf(c.var.dossier).length)
  return answer(c, read, form, form, await runCommand(s, c.var.dossier, command))
})

closing.post(patterns.caseFiles, readable, async (c) => {
  const read = await readForm(c)
  const { dossier, staff } = c.var
  const source = fileSource(staff, dossier.complaint, c.var.now)
  const { errors } = await receiveFiles(c, dossier, {
    actor: staff,
    source,
    sent: read.files('berkas'),
  })
  const fresh = await dossierByReference(c.var.db, dossier.complaint.reference)
  if (fresh) c.set('dossier', fresh)
  if (errors.length > 0) return refused(c, read, 'attach', errors)
  const { complaint } = c.var.dossier
  return answer(c, read, 'attach', 'attach', { ok: true, complaint, queued: [] })
})

/** A file of this very complaint that this person may see; anything else is not there. */
closing.get(patterns.caseAttachment, readable, (c) => {
  const file = c.var.dossier.attachments.find((a) => a.id === c.req.param('id'))
  return serveFile(c, file && maySeeFile(c, file) ? file : undefined)
})
