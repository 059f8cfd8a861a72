import { Hono } from 'hono'
import { breachById, breachRegister, noticeBreach, recordBreach } from '../../db/breaches.ts'
import type { NamedBreach } from '../../domain/people/registers.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { staffFormToken } from '../../middleware/same-origin.ts'
import { build, patterns } from '../../paths.ts'
import { DeskSolo } from '../../views/layouts/desk.tsx'
import { BreachesPage, BreachPage } from '../../views/office/breaches.tsx'
import { frameOf } from '../desk/desk-page.tsx'
import { typedValues } from '../public/form-errors.ts'
import {
  cursorAfter,
  idIn,
  logRegister,
  momentOf,
  settledBefore,
  type Typed,
  textOf,
  thisMoment,
} from './register-fields.ts'
import { adminOnly } from './staff-rights.ts'

export const breachPages = new Hono<AppEnv>()

breachPages.get(patterns.breaches, adminOnly, (c) => list(c, { values: thisMoment(c), errors: [] }))

breachPages.post(patterns.breaches, adminOnly, async (c) => {
  const { db, now, staff } = c.var
  const typed: Typed = { values: typedValues(await c.req.parseBody()), errors: [] }
  const found = {
    foundAt: momentOf(c, typed),
    what: textOf(c.var.t, typed, 'kejadian', 2000),
    concerned: textOf(c.var.t, typed, 'terdampak', 200),
    done: textOf(c.var.t, typed, 'tindakan', 2000),
    recordedAt: now,
    recordedBy: staff.id,
  }
  if (typed.errors.length > 0) return list(c, typed)
  const id = await recordBreach(db, found)
  logRegister(c, 'breach recorded', id)
  return done(c, id, 'dicatat')
})

breachPages.get(patterns.breach, adminOnly, async (c) => {
  const found = await breachById(c.var.db, idIn(c))
  if (!found) return c.notFound()
  return one(c, found, { values: { ...thisMoment(c), tindakan: found.done }, errors: [] })
})

/** Those concerned and the authority were told: when, and what was done by then. */
breachPages.post(patterns.breach, adminOnly, async (c) => {
  const { db, staff } = c.var
  const found = await breachById(db, idIn(c))
  if (!found) return c.notFound()
  if (found.noticedAt !== null) return done(c, found.id, 'diberitahukan')
  const typed: Typed = { values: typedValues(await c.req.parseBody()), errors: [] }
  const given = {
    noticedAt: momentOf(c, typed, found.foundAt),
    noticedBy: staff.id,
    done: textOf(c.var.t, typed, 'tindakan', 2000),
  }
  if (typed.errors.length > 0) return one(c, found, typed)
  await noticeBreach(db, found.id, given)
  logRegister(c, 'breach made known', found.id)
  return done(c, found.id, 'diberitahukan')
})

function done(c: AppContext, id: number, news: string) {
  return c.redirect(`${build('breach', { id })}?kabar=${news}`, 303)
}

const OPEN = 50
const NOTICED = 20

async function list(c: AppContext, typed: Typed) {
  const { t } = c.var
  const before = settledBefore(c)
  const found = await breachRegister(c.var.db, before, { open: OPEN + 1, noticed: NOTICED + 1 })
  const noticed = found.noticed.slice(0, NOTICED)
  const last = noticed.at(-1)
  const more = found.noticed.length > NOTICED
  if (typed.errors.length > 0) c.status(422)
  return c.render(
    <DeskSolo
      t={t}
      title={t.registers.breaches.title}
      {...(await frameOf(c))}
      failed={typed.errors.length > 0}
    >
      <BreachesPage
        t={t}
        token={await staffFormToken(c)}
        now={c.var.now}
        open={found.open.slice(0, OPEN)}
        moreOpen={found.open.length > OPEN}
        noticed={noticed}
        first={before ? patterns.breaches : null}
        next={more ? `${patterns.breaches}?${cursorAfter(last?.noticedAt, last?.id)}` : null}
        typed={typed.values}
        errors={typed.errors}
      />
    </DeskSolo>,
  )
}

async function one(c: AppContext, breach: NamedBreach, typed: Typed) {
  const { t } = c.var
  if (typed.errors.length > 0) c.status(422)
  const news = c.req.query('kabar') ?? ''
  return c.render(
    <DeskSolo
      t={t}
      title={t.registers.breaches.title}
      {...(await frameOf(c))}
      failed={typed.errors.length > 0}
    >
      <BreachPage
        t={t}
        token={await staffFormToken(c)}
        now={c.var.now}
        breach={breach}
        typed={typed.values}
        errors={typed.errors}
        said={
          Object.hasOwn(t.registers.breaches.done, news)
            ? (t.registers.breaches.done[news] ?? null)
            : null
        }
      />
    </DeskSolo>,
  )
}
