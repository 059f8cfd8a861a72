import { createMiddleware } from 'hono/factory'
import { loadCity } from '../db/city.ts'
import { database } from '../db/database.ts'
import type { AppEnv } from '../http.ts'

const over = (d1: (env: Env) => D1Database | D1DatabaseSession) =>
  createMiddleware<AppEnv>(async (c, next) => {
    if (c.var.city) return next()
    const db = database(d1(c.env))
    c.set('now', Date.now())
    c.set('db', db)
    c.set('city', await loadCity(db))
    await next()
  })

/** The request's hour, database and city: one row read, one round trip, on the primary. */
export const context = over((env) => env.DB)

/** The same over any replica, for pages that everyone sees alike. */
export const publicContext = over((env) => env.DB.withSession('first-unconstrained'))
