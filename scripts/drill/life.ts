import { attachFile } from '../../src/db/attaching.ts'
import { caseById } from '../../src/db/cases.ts'
import { loadCity } from '../../src/db/city.ts'
import { database } from '../../src/db/database.ts'
import { finishErasure } from '../../src/db/erased-outside.ts'
import { eraseComplaint } from '../../src/db/erasing.ts'
import { type Filing, fileOnce } from '../../src/db/filing.ts'
import { waitingSince } from '../../src/db/outbox.ts'
import { runCommand, type Surroundings } from '../../src/db/run-command.ts'
import type { Actor } from '../../src/domain/people/actor.ts'
import { utf8 } from '../../src/domain/text/bytes.ts'
import { DAY, type Instant } from '../../src/domain/time/time.ts'
import { deliver } from '../../src/letters/deliver.ts'
import { randomBytes } from '../../src/random.ts'
import { mintToken } from '../../src/seal/form-token.ts'
import type { Secrets } from '../secrets.ts'

/** Each letter that went out: which, and to which address. */
export type Mailbox = string[]

const TEXT = 'Lampu jalan di depan sekolah padam sudah seminggu, anak-anak pulang dalam gelap.'

function aForm(secret: string, n: number, now: Instant): Filing {
  const day = new Date(now - DAY).toISOString().slice(0, 10)
  const text = `${TEXT} Tiang nomor ${n}.`
  const places = { categoryId: 1, districtId: 1, subdistrictId: 101, proposedAgencyId: null }
  const flags = { anonymous: false, confidential: false, hasKeyHolder: true, sensitive: null }
  const none = { landmark: null, lat: null, lng: null, onBehalf: null, loss: null }
  return {
    token: mintToken(secret, randomBytes, now),
    command: { class: 'complaint', channel: 'web', incidentDay: day, text, ...places, ...flags },
    words: {
      ...none,
      ...{ title: `Lampu padam ${n}`, text, incidentDay: day, settlement: null, laporNumber: null },
    },
    identity: { name: `Warga ${n}`, phone: null, email: `warga${n}@contoh.id` },
  }
}

async function around(d1: D1Database, now: Instant, actor: Actor): Promise<Surroundings> {
  const db = database(d1)
  return { db, city: await loadCity(db), now, random: randomBytes, actor }
}

/** With a photo. @returns the report's id */
export async function file(
  { DB: d1, FILES }: Pick<Env, 'DB' | 'FILES'>,
  secrets: Secrets,
  n: number,
  now: Instant,
): Promise<number> {
  const s = await around(d1, now, { kind: 'reporter' })
  const filed = await fileOnce(s, secrets, aForm(secrets.SERVER_SECRET, n, now))
  if (filed.kind !== 'filed') throw new Error(`Report ${n} was not filed: ${filed.kind}`)
  const bytes = utf8(`${TEXT} Foto ${n}.`)
  const photo = { ok: true as const, type: 'image/jpeg' as const, bytes, removed: [] }
  await attachFile(s, FILES, filed.found, { file: photo, source: 'reporter' })
  return filed.found.complaint.id
}

/** Withdrawn and erased, as its reporter may. */
export async function erase(
  env: Parameters<typeof finishErasure>[0],
  id: number,
  now: Instant,
): Promise<void> {
  const s = await around(env.DB, now, { kind: 'reporter' })
  const found = await caseById(s.db, id)
  if (!found) throw new Error('The report that is to be erased is not there')
  await runCommand(s, found, { name: 'withdraw', text: 'Sudah menyala lagi.' })
  const erased = await eraseComplaint(s, id)
  if (!erased.ok) throw new Error('The report could not be erased')
  await finishErasure(env, id, erased.keys, now)
}

/** All that is due goes out, as the queue does it. */
export async function post(
  d1: D1Database,
  secrets: Secrets,
  now: Instant,
  mailbox: Mailbox,
): Promise<void> {
  const db = database(d1)
  const env = { ...secrets, PUBLIC_URL: 'https://lapor.example' }
  for (const { id } of await waitingSince(db, now, 1000)) {
    const row = await d1.prepare('select dedupe from outbox where id = ?').bind(id).first<{
      dedupe: string
    }>()
    const send = async (_: unknown, to: string) => `${mailbox.push(`${row?.dedupe} ${to}`)}`
    await deliver({ db, env, channel: { name: 'email', send }, now }, id)
  }
}
