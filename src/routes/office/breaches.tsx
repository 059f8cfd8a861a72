import { Hono } from 'hono'
import * as z from 'zod/mini'
import { breachById, breachRegister, noticeBreach, recordBreach } from '../../db/breaches.ts'
import type { NamedBreach } from '../../domain/people/registers.ts'
import type { Instant } from '../../domain/time/time.ts'
import { type Back, refused } from '../../forms/answers.ts'
import { readFields } from '../../forms/read.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { staffFormToken } from '../../middleware/same-origin.ts'
import { build, patterns } from '../../paths.ts'
import { DeskSolo } from '../../views/layouts/desk.tsx'
import { BreachesPage, BreachPage } from '../../views/office/breaches.tsx'
import { frameOf } from '../desk/desk-page.tsx'
import {
  cursorAfter,
  idIn,
  logRegister,
  momentFields,
  registerText,
  settledBefore,
  thisMoment,
} from './register-fields.ts'
import { adminOnly } from './staff-rights.ts'

export const breachPages = new Hono<AppEnv>()

breachPages.get(patterns.breaches, adminOnly, async (c) =>
  c.render(await list(c, { typed: thisMoment(c), errors: [] })),
)

function found(c: AppContext) {
  const { t } = c.var
  const fields = z.object({
    kejadian: registerText(t, 2000),
    terdampak: registerText(t, 200),
    tindakan: registerText(t, 2000),
  })
  return z.intersection(momentFields(c), fields)
}

breachPages.post(patterns.breaches, adminOnly, async (c) => {
  const { db, now, staff } = c.var
  const read = await readFields(c, found(c))
  if (!read.ok) return refused(c, { typed: read.posted.typed, errors: read.errors }, list)
  const { at: foundAt, kejadian: what, terdampak: concerned, tindakan } = read.fields
  const recorded = { foundAt, what, concerned, done: tindakan }
  const id = await recordBreach(db, { ...recorded, recordedAt: now, recordedBy: staff.id })
  logRegister(c, 'breach recorded', id)
  return done(c, id, 'dicatat')
})

breachPages.get(patterns.breach, adminOnly, async (c) => {
  const breach = await breachById(c.var.db, idIn(c))
  if (!breach) return c.notFound()
  const typed = { ...thisMoment(c), tindakan: breach.done }
  return c.render(await one(c, breach, { typed, errors: [] }))
})

function noticed(c: AppContext, since: Instant) {
  return z.intersection(momentFields(c, since), z.object({ tindakan: registerText(c.var.t, 2000) }))
}

breachPages.post(patterns.breach, adminOnly, async (c) => {
  const { db, staff } = c.var
  const breach = await breachById(db, idIn(c))
  if (!breach) return c.notFound()
  if (breach.noticedAt !== null) return done(c, breach.id, 'diberitahukan')
  const read = await readFields(c, noticed(c, breach.foundAt))
  if (!read.ok) {
    const back = { typed: read.posted.typed, errors: read.errors }
    return refused(c, back, (_, shown) => one(c, breach, shown))
  }
  const { at: noticedAt, tindakan } = read.fields
  await noticeBreach(db, breach.id, { noticedAt, noticedBy: staff.id, done: tindakan })
  logRegister(c, 'breach made known', breach.id)
  return done(c, breach.id, 'diberitahukan')
})

function done(c: AppContext, id: number, news: string) {
  return c.redirect(`${build('breach', { id })}?kabar=${news}`, 303)
}

const OPEN = 50
const NOTICED = 20

async function list(c: AppContext, { typed, errors }: Back) {
  const { t } = c.var
  const before = settledBefore(c)
  const register = await breachRegister(c.var.db, before, { open: OPEN + 1, noticed: NOTICED + 1 })
  const noticed = register.noticed.slice(0, NOTICED)
  const last = noticed.at(-1)
  const more = register.noticed.length > NOTICED
  return (
    <DeskSolo
      t={t}
      title={t.registers.breaches.title}
      {...(await frameOf(c))}
      failed={errors.length > 0}
    >
      <BreachesPage
        t={t}
        token={await staffFormToken(c)}
        now={c.var.now}
        open={register.open.slice(0, OPEN)}
        moreOpen={register.open.length > OPEN}
        noticed={noticed}
        first={before ? patterns.breaches : null}
        next={more ? `${patterns.breaches}?${cursorAfter(last?.noticedAt, last?.id)}` : null}
        typed={typed}
        errors={errors}
      />
    </DeskSolo>
  )
}

async function one(c: AppContext, breach: NamedBreach, { typed, errors }: Back) {
  const { t } = c.var
  const news = c.req.query('kabar') ?? ''
  return (
    <DeskSolo
      t={t}
      title={t.registers.breaches.title}
      {...(await frameOf(c))}
      failed={errors.length > 0}
    >
      <BreachPage
        t={t}
        token={await staffFormToken(c)}
        now={c.var.now}
        breach={breach}
        typed={typed}
        errors={errors}
        said={
          Object.hasOwn(t.registers.breaches.done, news)
            ? (t.registers.breaches.done[news] ?? null)
            : null
        }
      />
    </DeskSolo>
  )
}
