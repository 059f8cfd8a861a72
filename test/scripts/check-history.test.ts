import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, expect, it } from 'vitest'
import { checkHistory } from '../../scripts/check-history.ts'
import { eventHash, GENESIS } from '../../src/seal/chain.ts'
import { commitment } from '../../src/seal/digest.ts'
import { dayDigest } from '../../src/seal/merkle.ts'
import { run } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'history-'))
afterAll(() => rmSync(folder, { recursive: true }))

const check = (...args: string[]) => run(checkHistory, args)

const NUMBER = 'DMI-7K4Q-2M9X'
const SALT = 'A'.repeat(43)
const AT = Date.parse('2026-11-24T02:00:00Z')

/** A database with two events of one report and the digest of their day. */
const aDatabase = async () => {
  const file = join(folder, `${Math.random()}.sqlite`)
  const db = new DatabaseSync(file)
  db.exec('pragma synchronous = off')
  for (const name of readdirSync('migrations')
    .filter((n) => n.endsWith('.sql'))
    .sort())
    db.exec(readFileSync(join('migrations', name), 'utf8'))
  db.exec(`drop trigger complaint_staff_search_insert`)
  db.exec(`insert into setting values ('offset', '420')`)
  let previous = GENESIS
  for (const seq of [1, 2]) {
    const said = { text: 'Catatan pertama.', reason: null }
    const words = seq === 2 ? JSON.stringify({ reason: null, text: said.text }) : null
    const body = {
      complaint: NUMBER,
      seq,
      type: seq === 1 ? 'file' : 'note',
      at: AT,
      actor: 'reporter',
      before: null,
      after: 'received',
      agency: null,
      facts: {},
      commitment: words === null ? null : await commitment(SALT, words),
      previous,
    }
    previous = await eventHash(body)
    db.prepare(
      `insert into event (complaint_id, seq, type, at, actor, state_after, facts, commitment,
        previous, hash) values (7, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      seq,
      body.type,
      AT,
      body.actor,
      body.after,
      '{}',
      body.commitment,
      body.previous,
      previous,
    )
  }
  db.prepare(
    `insert into message (complaint_id, seq, kind, audience, state, author_kind, at, visible_from, text, salt)
     values (7, 2, 'note', 'staff', 'sent', 'staff', ?, ?, 'Catatan pertama.', ?)`,
  ).run(AT, AT, SALT)
  db.prepare(
    `insert into complaint (id, reference, version, last_hash, root_id, cluster_size, state, class,
      supervisory, suspected_spam, anonymous, confidential, channel, has_key_holder, supporting,
      priority, received_at, day_zero, returns, disputes, ever_late, release_status, release_point,
      incident_day, tokens)
     values (7, ?, 2, ?, 7, 1, 'received', 'complaint', 0, 0, 0, 0, 'web', 1, '[]', 'normal', ?,
      '2026-11-24', 0, 0, 0, 'none', 0, '2026-11-24', '')`,
  ).run(NUMBER, previous, AT)
  db.exec(`insert into figure (scope, month, received, open) values ('city', '2026-11', 1, 1)`)
  // of the desk, which no agency has yet
  const ofDesk = { received: 1, open: 1, 'channel:web': 1, 'place:0:0': 1 }
  const names = Object.entries(ofDesk).map(([name, n]) => [`0/${name}`, n])
  db.prepare(`update figure set by_agency = ? where scope = 'city'`).run(
    JSON.stringify(Object.fromEntries(names)),
  )
  const leaves = [{ number: NUMBER, seq: 2, hash: previous }]
  const day = { day: '2026-11-24', previous: GENESIS }
  const { root, count, hash } = await dayDigest({ ...day, leaves })
  db.prepare('insert into day_digest values (?, ?, ?, ?, ?)').run(
    day.day,
    root,
    count,
    day.previous,
    hash,
  )
  const kept = mkdtempSync(join(folder, 'kept-'))
  const line = JSON.stringify({ ...day, root, count, hash, leaves })
  writeFileSync(join(kept, 'surat.txt'), `Salam,\n\n${line}\n\nTanggap`)
  return { db, file, kept }
}

it('says that an untouched database has no findings, and ends with 0', async () => {
  const { file, kept } = await aDatabase()
  const { code, text } = await check('--database', file, '--kept', kept)
  expect(text).toBe('1 complaints, 2 events, 1 days, 1 kept digests: 0 findings\n')
  expect(code).toBe(0)
})

it('names each finding and ends with 1', async () => {
  const { db, file, kept } = await aDatabase()
  db.exec(`update message set text = 'Catatan lain.'`)
  const altered = await check('--database', file, '--kept', kept)
  expect(altered.text).toContain(
    `Report ${NUMBER}: the words of event 2 are not those that were written.`,
  )
  expect(altered.code).toBe(1)

  db.exec('delete from event; delete from complaint; delete from message; delete from day_digest')
  db.exec('delete from figure')
  expect((await check('--database', file)).code).toBe(0)
  const dropped = await check('--database', file, '--kept', kept)
  expect(dropped.text).toContain(
    'The digest of 2026-11-24 left the system, but the database ends with no day',
  )
  expect(dropped.text).toContain(`Report ${NUMBER} is gone, which the digest of 2026-11-24 knows.`)
  expect(dropped.code).toBe(1)
})

it('says in a sentence what is wrong and where to read on, and never with a stack trace', async () => {
  const { db, file } = await aDatabase()
  for (const [harm, sentence] of [
    [`update complaint set state = 'closed'`, `Report ${NUMBER} says state closed, its last event`],
    [
      `update figure set open = 3 where scope = 'city'`,
      'Figures of city in 2026-11: open is 3, by the reports',
    ],
    [`update event set facts = '{'`, `Report ${NUMBER}: event 1 was changed after it was written.`],
    [
      `update event set written = '['`,
      `Report ${NUMBER}: event 2 was changed after it was written.`,
    ],
    [
      `insert into reveal values (7, 2, 'x', 1)`,
      `Report ${NUMBER}: no event wrote the row "reveal 2".`,
    ],
  ] as const) {
    db.exec(harm)
    const { code, text } = await check('--database', file)
    expect([code, text]).toEqual([1, expect.stringContaining(sentence)])
    expect(text).toContain('When the history does not fit')
    expect(text).not.toMatch(/^ +at /m)
  }
})

it('takes the anchors of a day that has no digest yet', async () => {
  const { db, file } = await aDatabase()
  const kept = mkdtempSync(join(folder, 'anchors-'))
  const leaves = [{ number: NUMBER, seq: 1, hash: 'ab', at: AT }]
  writeFileSync(
    join(kept, '2026-11-24.json'),
    JSON.stringify({ day: '2026-11-24', until: AT, leaves }),
  )
  db.exec('delete from day_digest')
  const { text } = await check('--database', file, '--kept', kept)
  expect(text).toContain(`Report ${NUMBER}: event 1 is another than in the digest of 2026-11-24.`)
  expect(text).not.toContain('restored')
})
