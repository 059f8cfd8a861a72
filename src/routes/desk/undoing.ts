import { Hono } from 'hono'
import { dossierByReference } from '../../db/dossier.ts'
import type { Change } from '../../db/ledger/change.ts'
import type { Queued } from '../../db/ledger/commit.ts'
import { shownRows } from '../../db/ledger/rows.ts'
import { runCommand } from '../../db/run-command.ts'
import type { CommandName } from '../../domain/acts/acts.ts'
import { approvedBy } from '../../domain/case/happened.ts'
import { mayRead } from '../../domain/case/parties.ts'
import { type Posted, readForm } from '../../forms/read.ts'
import { type AppContext, type AppEnv, surroundings } from '../../http.ts'
import { enqueue } from '../../letters/enqueue.ts'
import { patterns } from '../../paths.ts'
import { casePage } from './case.tsx'
import { answer, isCurrent, overtaken, refused } from './give.tsx'
import { readableOrMine, type Undoable, undoOf } from './readable.ts'
import { hasWords, routingAgain } from './restored.ts'

export const undoing = new Hono<AppEnv>()

/** Takes the last command back, by whoever gave it, within ten seconds. */
undoing.post(patterns.caseUndo, readableOrMine, async (c) => {
  const read = await readForm(c)
  if (!isCurrent(c, read)) return overtaken(c, read, 'undo')
  const last = undoOf(c.var.dossier.row.undo)
  const undone = c.var.dossier.events.find((e) => e.seq === last?.seq)
  if (!last || !undone) return late(c, read)
  const result = await runCommand(
    surroundings(c, c.var.staff),
    c.var.dossier,
    {
      name: 'undo',
      previous: last.previous,
      undone: undone.type as CommandName,
      undoneSeq: last.seq,
      approvedSeq: approvedBy(undone),
      committedAt: last.at,
      by: last.by,
    },
    restored(c, last),
  )
  if (!result.ok && !result.conflict) return late(c, read)
  if (result.ok && undone.type === 'route' && mayRead(c.var.staff, result.complaint, c.var.now))
    return routeAgain(c, read, result.queued)
  const said = hasWords(undone.type) ? 'undo' : 'undo_plain'
  return answer(c, read, 'undo', said, result, `&urung=${last.seq}`)
})

/** Only this request still holds what the undo took off the report: it is shown at once. */
async function routeAgain(c: AppContext, read: Posted, queued: Queued[]) {
  const { t } = c.var
  c.executionCtx.waitUntil(enqueue(c.env, queued))
  const back = routingAgain(c)
  const fresh = await dossierByReference(c.var.db, c.var.dossier.complaint.reference)
  if (fresh) c.set('dossier', fresh)
  return c.render(await casePage(c, { back, said: t.caseWords.done.undo, from: read.line('dari') }))
}

function late(c: AppContext, read: Posted) {
  const { staff, dossier, now, t } = c.var
  if (!mayRead(staff, dossier.complaint, now)) return c.notFound()
  return refused(c, read, 'undo', [{ field: null, text: t.refusals.nothing_to_undo }])
}

/** What the rules do not hold: the verifier's copies and which photos stood beside them. */
function restored(
  { var: { dossier } }: AppContext,
  { replaced }: Undoable,
): Omit<Change, 'decision' | 'filed'> {
  return replaced
    ? {
        columns: replaced.columns,
        rows: (db) =>
          dossier.attachments.flatMap((a) => shownRows(db, a, replaced.photos[a.id] ?? a)),
      }
    : {}
}
