import type { DatabaseSync } from 'node:sqlite'
import { seedCity } from '../../seed/city.ts'
import { caseById } from '../../src/db/cases.ts'
import { loadCity } from '../../src/db/city.ts'
import { type Database, database } from '../../src/db/database.ts'
import type { City } from '../../src/domain/city/city.ts'
import {
  type Contribution,
  contribution,
  mergeContributions,
} from '../../src/domain/figures/figures.ts'
import { makeReference } from '../../src/domain/text/reference.ts'
import { dateOf, type Instant, MINUTE } from '../../src/domain/time/time.ts'
import { chanceOf } from '../support/chance.ts'
import { d1On, openForFilling } from '../support/d1-on-file.ts'
import { migrate } from '../support/migrate.ts'
import { Copier, type Life, readLife } from './copies.ts'
import { plansFor } from './plan.ts'
import { play } from './play.ts'

/** Lives that are really played through the ledger; all others are copies of them. */
const LIVES = 240

/** Copies of one life begin within this time of each other. */
const SPREAD = 55 * MINUTE

const secrets = {
  SERVER_SECRET: Buffer.alloc(32, 1).toString('base64url'),
  IDENTITY_KEYS: JSON.stringify({ 1: Buffer.alloc(32, 2).toString('base64url') }),
}

/**
 * Fills an empty, migrated database that has its city with `count` complaints as they would stand
 * at `now`. Each is a copy of one that went through the domain and the ledger, with number, times
 * and hash chain of its own, so that every invariant holds.
 */
export async function fill(db: DatabaseSync, count: number, now: Instant) {
  const lives = await playLives(now)
  const { offset, copies } = { offset: 420, copies: sharesOf(lives, count) }
  const outside = dropAround(db)
  const copier = new Copier(db, referencesOf(lives.city))
  db.exec('begin')
  let serial = 0
  for (let round = 0; round < Math.max(...copies); round++)
    for (const [i, { life }] of lives.played.entries()) {
      const all = copies[i] ?? 0
      if (round >= all) continue
      copier.copy(life, Math.floor((round * SPREAD) / all), serial++ % 4096)
    }
  writeFigures(copier, lives, copies)
  fillSearch(db)
  db.exec('commit')
  for (const sql of outside) db.exec(sql)
  db.exec('analyze')
  return { complaints: countOf(db), today: dateOf(now, offset) }
}

interface Lives {
  city: City
  played: { life: Life; figures: Contribution[] }[]
}

async function playLives(now: Instant): Promise<Lives> {
  const scratch = openForFilling()
  migrate(scratch)
  const db = database(d1On(scratch))
  await seedCity(db)
  const city = await loadCity(db)
  const around = { db, city, now, random: chanceOf(7), actor: { kind: 'timer' as const } }
  const played: Lives['played'] = []
  for (const plan of plansFor(city, dateOf(now, city.settings.offset), LIVES)) {
    const { ids } = await play(around, secrets, plan)
    played.push({ life: readLife(scratch, ids), figures: await figuresOf(db, ids) })
  }
  scratch.close()
  return { city, played }
}

async function figuresOf(db: Database, ids: number[]): Promise<Contribution[]> {
  const cases = await Promise.all(ids.map((id) => caseById(db, id)))
  return cases.flatMap((found) => (found ? contribution(found.complaint) : []))
}

/** How often each life is copied so that all together are `count` complaints, to within one life. */
function sharesOf({ played }: Lives, count: number): number[] {
  const members = played.reduce((sum, { life }) => sum + life.ids.length, 0)
  let left = count
  return played.map(({ life }, i) => {
    const share =
      Math.ceil((left * life.ids.length) / remaining(played, i, members)) / life.ids.length
    const times = Math.max(0, Math.floor(share))
    left -= times * life.ids.length
    return times
  })
}

function remaining(played: Lives['played'], from: number, members: number): number {
  return played.slice(0, from).reduce((left, { life }) => left - life.ids.length, members)
}

function referencesOf({ settings }: City) {
  const random = chanceOf(11)
  const given = new Set<string>()
  return () => {
    for (;;) {
      const reference = makeReference(settings.prefix, random)
      if (given.has(reference)) continue
      given.add(reference)
      return reference
    }
  }
}

function writeFigures(copier: Copier, { played }: Lives, copies: number[]) {
  const times = (rows: Contribution[], n: number) =>
    rows.map((row) => ({
      ...row,
      metrics: Object.fromEntries(
        Object.entries(row.metrics).map(([name, k = 0]) => [name, k * n]),
      ),
    }))
  const sums = mergeContributions(
    played.flatMap(({ figures }, i) => times(figures, copies[i] ?? 0)),
  )
  for (const { scope, month, metrics } of sums) {
    const bins = (kind: string) =>
      Object.entries(metrics).filter(([name]) => name.startsWith(`${kind}:`))
    const counts = Object.entries(metrics).filter(([name]) => !name.includes(':'))
    const spelled = (kind: string) =>
      JSON.stringify(
        Object.fromEntries(bins(kind).map(([name, n]) => [name.slice(kind.length + 1), n])),
      )
    const kinds = {
      ...{ answer: 'answer_days', close: 'close_days', due: 'due_days', due_late: 'late_due_days' },
      ...{ follow_up_due: 'follow_up_due_days', promise_due: 'promise_due_days' },
      ...{ agency: 'by_agency' },
    }
    const [histograms, columns] = [Object.keys(kinds), Object.values(kinds)]
    const names = ['scope', 'month', ...counts.map(([name]) => name), ...columns]
    const values = [scope, month, ...counts.map(([, n = 0]) => n), ...histograms.map(spelled)]
    copier.db
      .prepare(
        `insert into figure (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`,
      )
      .run(...values)
  }
}

/** What the triggers of migrations/0017_landmarks.sql would have written, in order of rowid. */
function fillSearch(db: DatabaseSync) {
  return db.exec(`
    insert into staff_search(rowid, title, body, tokens)
      select id, iif(anonymous and screened_text is not null, released_title, title),
        coalesce(iif(anonymous, screened_text, null), text || coalesce(' ' || landmark, '')), tokens
      from complaint order by id;
    insert into public_search(rowid, title, body, tokens)
      select id, released_title, released_text, tokens from complaint
      where release_status = 'released' order by id`)
}

/** Takes away triggers and secondary indexes; returns what brings them back. */
function dropAround(db: DatabaseSync): string[] {
  const outside = db
    .prepare(
      `select type, name, sql from sqlite_master where sql is not null and type in ('trigger','index')
      and tbl_name in ('complaint','event','clock','assignment','message') order by type`,
    )
    .all() as { type: string; name: string; sql: string }[]
  for (const { type, name } of outside) db.exec(`drop ${type} "${name}"`)
  return outside.map(({ sql }) => sql)
}

function countOf(db: DatabaseSync): number {
  return Number(db.prepare('select count(*) as n from complaint').get()?.n)
}
