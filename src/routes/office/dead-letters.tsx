import { Hono, type MiddlewareHandler } from 'hono'
import { deadLetters, type OutboxRow, resendDead, unheardLetters } from '../../db/outbox.ts'
import { agencyById } from '../../domain/city/city.ts'
import { holdsRole } from '../../domain/people/actor.ts'
import type { AppEnv } from '../../http.ts'
import { enqueue } from '../../letters/enqueue.ts'
import { staffFormToken } from '../../middleware/same-origin.ts'
import { build, patterns } from '../../paths.ts'
import { DeskSolo } from '../../views/layouts/desk.tsx'
import { DeadLetters } from '../../views/office/dead-letters.tsx'
import { frameOf } from '../desk/desk-page.tsx'
import { ownText } from '../own-text.ts'

export const deadLetterPages = new Hono<AppEnv>()

const adminOnly: MiddlewareHandler<AppEnv> = (c, next) =>
  holdsRole(c.var.staff, 'admin', c.var.now) ? next() : Promise.resolve(c.notFound())

const PAGE = 50

deadLetterPages.get(patterns.deadLetters, adminOnly, async (c) => {
  const before = Number(c.req.query('sebelum')) || undefined
  const [dead, unheard] = await c.var.db.batch([
    deadLetters(c.var.db, before, PAGE),
    unheardLetters(c.var.db, before, PAGE),
  ])
  const rows = [...dead, ...unheard].sort((a, b) => b.id - a.id).slice(0, PAGE)
  const last = rows.at(-1)
  return c.render(
    <DeskSolo t={c.var.t} title={c.var.t.deadLetters.title} {...(await frameOf(c))}>
      <DeadLetters
        t={c.var.t}
        token={await staffFormToken(c)}
        said={c.req.query('kabar') === 'resent' ? c.var.t.caseWords.done.resent : null}
        letters={rows.map((row) => ({
          to: c.var.t.deadLetters.recipients[row.recipient] ?? row.recipient,
          agency: agencyById(c.var.city, row.agencyId)?.shortName ?? null,
          template: ownText(c.var.t.deadLetters.templates, row.template) ?? row.template,
          reference: row.number,
          cause: c.var.t.deadLetters.causes[causeOf(row)],
          detail: row.error,
          action: build('deadLetter', { id: row.id }),
        }))}
        next={rows.length === PAGE && last ? `${patterns.deadLetters}?sebelum=${last.id}` : null}
      />
    </DeskSolo>,
  )
})

function causeOf({ reached, error }: OutboxRow) {
  if (reached === 'instead') return 'instead'
  if (reached === 'nobody') return error === null ? 'nobody' : 'address'
  return /no letter/.test(error ?? '') ? 'unwritten' : 'refused'
}

/** Its tries back; whoever has it already is not told again. */
deadLetterPages.post(patterns.deadLetter, adminOnly, async (c) => {
  const id = Number(c.req.param('id'))
  const queued = Number.isSafeInteger(id) ? await resendDead(c.var.db, id, c.var.now) : null
  if (!queued) return c.notFound()
  c.executionCtx.waitUntil(enqueue(c.env, [queued]))
  return c.redirect(`${patterns.deadLetters}?kabar=resent`, 303)
})
