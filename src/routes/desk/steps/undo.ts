import type { EventRow } from '../../../db/dossier.ts'
import type { Extra } from '../../../db/ledger/change.ts'
import { shownRows } from '../../../db/ledger/rows.ts'
import { runCommand } from '../../../db/run-command.ts'
import { actNamed } from '../../../domain/acts/acts.ts'
import type { Complaint } from '../../../domain/case/complaint.ts'
import { approvedBy } from '../../../domain/case/happened.ts'
import { saidBefore } from '../../../domain/case/said-before.ts'
import { type Posted, readForm } from '../../../forms/read.ts'
import { type AppContext, surroundings } from '../../../http.ts'
import { enqueue } from '../../../letters/enqueue.ts'
import { mayOpen } from '../../../sights/viewer.ts'
import { casePage } from '../case.tsx'
import { loadAgain, type Undoable, undoOf } from '../readable.ts'
import { routedBefore } from './route.ts'
import { versionRead } from './sent-before.ts'
import { listedBeside, nextPage, overtaken, refused } from './take.ts'

const TRIES = 3

/** Takes the last command back, by whoever gave it, within ten seconds. Its form is a notice's. */
export async function undo(c: AppContext): Promise<Response> {
  const posted = await readForm(c)
  const before = undoneBefore(c, posted)
  if (before) return before
  for (let i = 0; i < TRIES; i++) {
    const answer = await tried(c, posted)
    if (answer) return answer
    await loadAgain(c)
    const meanwhile = undoneBefore(c, posted)
    if (meanwhile) return meanwhile
  }
  return overtaken(c, posted, 'undo')
}

/** Null: something happened at the same time, which may be nothing that stands in its way. */
async function tried(c: AppContext, posted: Posted): Promise<Response | null> {
  const { dossier, staff, now } = c.var
  const last = undoOf(dossier.row.undo)
  if (posted.line('versi') !== String(last?.seq ?? dossier.complaint.version))
    return overtaken(c, posted, 'undo')
  const undone = dossier.events.find((e) => e.seq === last?.seq)
  if (!last || !undone) return late(c, posted)
  const command = {
    name: 'undo' as const,
    previous: last.previous,
    undone: undone.type,
    undoneSeq: last.seq,
    approvedSeq: approvedBy(undone),
    committedAt: last.at,
    by: last.by,
    since: dossier.events.filter((e) => e.seq > last.seq),
  }
  const result = await runCommand(surroundings(c, staff), dossier, command, restored(c, last))
  if (!result.ok) return result.conflict ? null : late(c, posted)
  c.executionCtx.waitUntil(enqueue(c.env, result.queued))
  if (undone.type === 'route' && mayOpen(staff, result.complaint, now)) return again(c, posted)
  return led(c, posted, undone, result.complaint)
}

function led(c: AppContext, posted: Posted, undone: EventRow, after: Complaint): Response {
  const did = actNamed(undone.type)?.words ? 'undo' : 'undo_plain'
  return c.redirect(`${nextPage(c, posted, did, after)}&urung=${undone.seq}`, 303)
}

/** To where the first of two led, when the same was taken back from the same page. */
function undoneBefore(c: AppContext, posted: Posted): Response | null {
  const { dossier, staff } = c.var
  const version = versionRead(posted)
  const trace = { name: 'undo', facts: { undone: version } } as const
  const event = saidBefore(dossier, version, staff, trace)
  const undone = dossier.events.find((e) => e.seq === version)
  return event && undone
    ? led(c, posted, undone, { ...dossier.complaint, version: event.seq })
    : null
}

/** Only this request still holds what the undo took off the report: it is shown at once. */
async function again(c: AppContext, posted: Posted): Promise<Response> {
  const back = { form: 'route', typed: routedBefore(c), errors: [] }
  await loadAgain(c)
  const said = c.var.t.caseWords.done.undo
  return c.render(await casePage(c, { back, said, listed: listedBeside(posted) }))
}

function late(c: AppContext, posted: Posted) {
  const { staff, dossier, now, t } = c.var
  if (!mayOpen(staff, dossier.complaint, now)) return c.notFound()
  return refused(c, posted, 'undo', [{ field: null, text: t.refusals.nothing_to_undo }])
}

/** What the rules do not hold: the verifier's copies and which photos stood beside them. */
function restored({ var: { dossier } }: AppContext, { replaced }: Undoable): Extra {
  return replaced
    ? {
        columns: replaced.columns,
        rows: () => dossier.attachments.flatMap((a) => shownRows(a, replaced.photos[a.id] ?? a)),
      }
    : {}
}
