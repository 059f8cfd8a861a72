import type { MiddlewareHandler } from 'hono'
import { dossierByReference } from '../../db/dossier.ts'
import type { ReplacedWords } from '../../db/ledger/change.ts'
import { nextOwn } from '../../domain/case/said-before.ts'
import { actorId } from '../../domain/people/actor.ts'
import { parseReference } from '../../domain/text/reference.ts'
import { readForm } from '../../forms/read.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { mayOpen } from '../../sights/viewer.ts'
import { dossierNamed } from '../dossier-named.ts'
import { versionRead } from './steps/sent-before.ts'

/** Puts the dossier beside the request; what may not be read answers like an unknown number. */
export const readable: MiddlewareHandler<AppEnv> = async (c, next) => {
  const found = await load(c)
  if (!found || !mayOpen(c.var.staff, found.complaint, c.var.now)) return c.notFound()
  c.set('dossier', found)
  return next()
}

/**
 * The same for a step: whoever gave it may send it again, though the case is in other hands now. Only
 * what was said before is answered then (take.ts).
 */
export const readableOrSaid: MiddlewareHandler<AppEnv> = async (c, next) => {
  const found = await load(c)
  const { staff, now } = c.var
  if (!found) return c.notFound()
  if (!mayOpen(staff, found.complaint, now)) {
    const version = versionRead(await readForm(c))
    if (!nextOwn(found.events, version, staff)) return c.notFound()
  }
  c.set('dossier', found)
  return next()
}

/** The same for taking a command back: whoever gave it may, though the case is in other hands now. */
export const readableOrMine: MiddlewareHandler<AppEnv> = async (c, next) => {
  const found = await load(c)
  if (!found) return c.notFound()
  const mine = undoOf(found.row.undo)?.by === actorId(c.var.staff)
  if (!mine && !mayOpen(c.var.staff, found.complaint, c.var.now)) return c.notFound()
  c.set('dossier', found)
  return next()
}

export async function loadAgain(c: AppContext): Promise<void> {
  const fresh = await dossierByReference(c.var.db, c.var.dossier.complaint.reference)
  if (fresh) c.set('dossier', fresh)
}

async function load(c: AppContext) {
  const number = parseReference(c.req.param('nomor') ?? '', c.var.city.settings.prefix)
  return number.ok ? dossierNamed(c, number.reference) : null
}

export interface Undoable {
  previous: AppContext['var']['dossier']['complaint']
  replaced?: ReplacedWords
  seq: number
  at: number
  by: string
}

export function undoOf(json: string | null): Undoable | null {
  return json === null ? null : (JSON.parse(json) as Undoable)
}
