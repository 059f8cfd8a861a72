import { createMiddleware } from 'hono/factory'
import { database } from '../db/database.ts'
import type { AppEnv } from '../http.ts'
import { mayLag } from '../path-row.ts'
import { rowAt } from '../paths.ts'
import { firstTrip } from './first-trip.ts'

export const context = createMiddleware<AppEnv>(async (c, next) => {
  if (c.var.city) return next()
  const row = rowAt(c.req.path)
  const anywhere = c.req.method === 'GET' && row !== undefined && mayLag(row)
  const db = database(anywhere ? c.env.DB.withSession('first-unconstrained') : c.env.DB, c.env.DB)
  const now = Date.now()
  c.set('now', now)
  c.set('db', db)
  const { city, brought } = await firstTrip(c, { db, now, row })
  c.set('city', city)
  c.set('brought', brought)
  c.set('t', c.var.wordsIn(city.settings.offset))
  await next()
})
