import { sql } from 'drizzle-orm'
import { DEMO_PASSWORD, demoAccounts, seedAccounts } from '../../seed/accounts.ts'
import { seedCity } from '../../seed/city.ts'
import { noticeBreach, recordBreach } from '../../src/db/breaches.ts'
import { loadCity } from '../../src/db/city.ts'
import { answerRequest, recordRequest } from '../../src/db/data-requests.ts'
import { type Database, database } from '../../src/db/database.ts'
import { publishCity } from '../../src/db/publish-city.ts'
import { agencyBySlug, type City } from '../../src/domain/city/city.ts'
import { addDays, dateOf, HOUR } from '../../src/domain/time/time.ts'
import { build, patterns } from '../../src/paths.ts'
import { fill } from '../scale/fill.ts'
import type { Outcome, Plan } from '../scale/plan.ts'
import { type Played, play } from '../scale/play.ts'
import { chanceOf } from '../support/chance.ts'
import { d1On, openForFilling } from '../support/d1-on-file.ts'
import { ask, cookieOf } from '../support/http.ts'
import { copyStorage, databaseFile, newStorage, secrets, serve } from '../support/server.ts'
import { type Drawn, drawFrom } from './drawn.ts'

/** Where the demo's liaison, officers and head sit; the filled city has most work there. */
const AGENCY = 'dinas-pupr'

export type Person =
  | 'admin'
  | 'verifier'
  | 'liaison'
  | 'head'
  | 'leader'
  | 'auditor'
  | 'inspectorate'

/** A running Worker over a city of known size, with complaints whose keys are known. */
export interface Stage {
  url: string
  inspector: URL | null
  /** Folder of its storage. */
  storage: string
  city: City
  count: number
  agency: { id: number; slug: string }
  /** One complaint in each state that a page is measured in. */
  cases: Record<Kept, Played>
  /** Others, by chance. */
  drawn: Drawn
  /** The Cookie header of each person. */
  staff: Record<Person, string>
  /** The Cookie header of a reporter who opened that complaint. */
  reporter: (of: Played) => Promise<string>
  close: () => Promise<void>
}

const KEPT = {
  received: 'received',
  taken: 'taken',
  asked: 'asked',
  proposed: 'proposed',
  proposedToo: 'proposed',
  confirmed: 'confirmed',
  disputed: 'disputed',
} as const satisfies Record<string, Outcome>
export type Kept = keyof typeof KEPT

/** An empty city with its staff, in storage of its own; filled copies are made of it. */
export async function emptyCity(now: number): Promise<string> {
  const storage = await newStorage()
  const file = openForFilling(databaseFile(storage))
  const db = database(d1On(file))
  await seedCity(db)
  await seedAccounts(db, now)
  file.close()
  return storage
}

/** The city's own limit on every category: more to write, to show and to count. */
async function limitAll(db: Database): Promise<void> {
  await db.run(sql`
    insert into public_limit (id, category_id, unit, length, valid_from, active)
    select id, id, 'working_day', 7, '2020-01-01', 1 from category`)
  await publishCity(db)
}

/** Fills a copy of the empty city and serves it. */
export async function setStage(
  built: string,
  empty: string,
  count: number,
  now: number,
  inspected = false,
): Promise<Stage> {
  const storage = copyStorage(empty)
  const file = openForFilling(databaseFile(storage))
  await fill(file, count, now)
  const drawn = drawFrom(file, count)
  const db = database(d1On(file))
  await limitAll(db)
  const city = await loadCity(db)
  const agency = agencyBySlug(city, AGENCY)
  if (!agency) throw new Error(`the city has no ${AGENCY}`)
  const around = { db, city, now, random: chanceOf(23), actor: { kind: 'timer' as const } }
  const cases = {} as Record<Kept, Played>
  for (const [i, name] of (Object.keys(KEPT) as Kept[]).entries())
    cases[name] = await play(around, secrets, planOf(KEPT[name], agency.id, city, now, i))
  await fillRegisters(db, Object.values(cases)[0]?.ids[0] ?? 1, now)
  file.exec('pragma wal_checkpoint(truncate)')
  file.close()
  const server = await serve(built, storage, inspected)
  return {
    ...{ url: server.url, inspector: server.inspector, storage, city, count, agency, cases, drawn },
    staff: await signInAll(server.url),
    reporter: (of) => openReport(server.url, of),
    close: server.stop,
  }
}

/** Pages of the registers as full as they get. */
async function fillRegisters(db: Database, complaintId: number, now: number): Promise<void> {
  const recordedBy = 'demo-admin'
  const came = { complaintId, kind: 'see', channel: 'letter', checked: 'Loket, KTP' } as const
  const seen = { what: 'Berkas salah kirim', concerned: 'dua orang', done: 'ditarik kembali' }
  for (let i = 0; i < 90; i++) {
    const at = now - i * HOUR
    const request = await recordRequest(db, { ...came, requestedAt: at, recordedBy })
    const breach = await recordBreach(db, { ...seen, foundAt: at, recordedAt: at, recordedBy })
    if (i < 60) continue
    const answer = { answeredAt: now, answeredBy: recordedBy, outcome: 'done' as const }
    await answerRequest(db, request, { ...answer, answer: 'sudah ditunjukkan' })
    await noticeBreach(db, breach, { noticedAt: now, noticedBy: recordedBy, done: seen.done })
  }
}

function planOf(outcome: Outcome, agencyId: number, city: City, now: number, i: number): Plan {
  return {
    ...{ n: 1000 + i, outcome, class: 'complaint', categoryId: 1, agencyId, pace: 2 },
    ...{ districtId: 1, subdistrictId: 101, anonymous: false, confidential: false },
    ...{ released: outcome !== 'received', priority: 'normal' },
    day: addDays(dateOf(now, city.settings.offset), -13),
  }
}

const MAILBOX: Record<Person, string> = {
  admin: 'admin',
  verifier: 'verifikator',
  liaison: 'penghubung.pupr',
  head: 'kepala.pupr',
  leader: 'pimpinan',
  auditor: 'auditor',
  inspectorate: 'inspektorat',
}

export async function signInAll(url: string): Promise<Record<Person, string>> {
  const signed = {} as Record<Person, string>
  for (const [person, mailbox] of Object.entries(MAILBOX) as [Person, string][]) {
    const email = demoAccounts.find((one) => one.email.startsWith(`${mailbox}@`))?.email ?? ''
    const body = new URLSearchParams({ email, sandi: DEMO_PASSWORD }).toString()
    const answer = await ask(url + patterns.signIn, { method: 'POST', body })
    if (answer.status !== 303) throw new Error(`${person} cannot sign in: ${answer.status}`)
    signed[person] = cookieOf(answer)
  }
  return signed
}

async function openReport(url: string, { reference, key }: Played): Promise<string> {
  const body = new URLSearchParams({ nomor: reference, kode: key }).toString()
  const answer = await ask(url + patterns.track, { method: 'POST', body })
  const to = answer.header('location')?.split('?')[0]
  if (to !== build('status', { nomor: reference }))
    throw new Error(`${reference} does not open: ${answer.status}`)
  return cookieOf(answer)
}
