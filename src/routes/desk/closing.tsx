import { Hono } from 'hono'
import { dossierByReference } from '../../db/dossier.ts'
import { contextOf, runCommand } from '../../db/run-command.ts'
import { isRefusal } from '../../domain/case/command.ts'
import { decide } from '../../domain/case/decide.ts'
import { evidenceOf } from '../../domain/case/evidence.ts'
import { fileSource } from '../../domain/case/parties.ts'
import { type AppContext, type AppEnv, surroundings } from '../../http.ts'
import { patterns } from '../../paths.ts'
import { deskFile } from '../../sights/desk-files.ts'
import { receiveFiles } from '../receive-files.ts'
import { serveFile } from '../serve-file.ts'
import { type Read, readForm } from './form-read.ts'
import { answer, isCurrent, overtaken, refused, toError } from './give.tsx'
import { readable } from './readable.ts'

export const closing = new Hono<AppEnv>()

/** Files sent along with a form. */
async function sentFiles(c: AppContext): Promise<number> {
  const body = await c.req.parseBody({ all: true })
  return [body.berkas].flat().filter((part) => part instanceof File && part.size > 0).length
}

function closureOf(read: Read, evidenceFiles: number) {
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
  const sent = await sentFiles(c)
  const would = closureOf(read, evidenceOf(c.var.dossier).length + sent)
  const { complaint } = c.var.dossier
  const verdict = decide(complaint, would, contextOf(s, complaint))
  if (isRefusal(verdict)) return refused(c, read, form, [toError(c.var.t, form, verdict, form)])
  if (sent > 0) {
    const { errors } = await receiveFiles(c, c.var.dossier, {
      actor: c.var.staff,
      source: 'agency',
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
  const { errors } = await receiveFiles(c, dossier, { actor: staff, source })
  const fresh = await dossierByReference(c.var.db, dossier.complaint.reference)
  if (fresh) c.set('dossier', fresh)
  if (errors.length > 0) return refused(c, read, 'attach', errors)
  const { complaint } = c.var.dossier
  return answer(c, read, 'attach', 'attach', { ok: true, complaint, queued: [] })
})

closing.get(patterns.caseAttachment, readable, (c) => {
  const { dossier, staff, city, now } = c.var
  return serveFile(c, deskFile(dossier, staff, city, now, c.req.param('id')))
})
