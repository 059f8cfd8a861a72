import type { Extra } from '../../../db/ledger/change.ts'
import { permitted } from '../../../domain/case/decide.ts'
import { nextOwn, saidBefore, type Trace, traceOf } from '../../../domain/case/said-before.ts'
import { contextOf } from '../../../domain/city/rule-context.ts'
import { MINUTE } from '../../../domain/time/time.ts'
import type { Posted } from '../../../forms/read.ts'
import { type AppContext, surroundings } from '../../../http.ts'
import type { Step } from './step.ts'

/** The version that the page showed; NaN where the form says none. */
export function versionRead(posted: Posted): number {
  return Number(posted.line('versi') || Number.NaN)
}

/** The event that this form made when the same person sent it before from the same page. */
export async function sentBefore(c: AppContext, posted: Posted, step: Step) {
  const { dossier, staff } = c.var
  const version = versionRead(posted)
  if (step.anyVersion || !nextOwn(dossier.events, version, staff)) return null
  const trace = await traceLeft(c, posted, step)
  const event = trace && saidBefore(dossier, version, staff, trace)
  return event && (!step.shows || mayBeShown(c, trace, event.at)) ? event : null
}

async function traceLeft(c: AppContext, posted: Posted, step: Step): Promise<Trace | null> {
  if (step.leaves) return step.leaves(c, posted)
  const meant = await step.meant(c, posted)
  if (!('command' in meant)) return null
  return stands(c, meant.extra) ? traceOf(meant.command) : null
}

/** Copies and photos are as the form would make them. */
function stands({ var: { dossier } }: AppContext, extra: Extra = {}): boolean {
  const { columns = {}, replaced, rows } = extra
  const row: Record<string, unknown> = dossier.row
  const written = Object.entries(columns).every(([name, words]) => row[name] === words)
  return written && (!replaced || (rows?.(0) ?? []).length === 0)
}

const MOMENT = MINUTE

/** What has no address of its own is shown for one opening as long as a slow line needs, no longer. */
function mayBeShown(c: AppContext, { name }: Trace, at: number): boolean {
  const { dossier, staff, now } = c.var
  const ctx = contextOf(surroundings(c, staff))
  return now - at <= MOMENT && permitted(dossier.complaint, name, ctx) === null
}
