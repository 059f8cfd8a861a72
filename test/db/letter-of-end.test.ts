import { env } from 'cloudflare:workers'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { letterOfEnd } from '../../src/db/openings.ts'
import { aCase, give } from '../support/handled.ts'
import { someone, TUESDAY } from '../support/world.ts'

const verifier = someone('verifier')
const words = 'Alamatnya tidak dapat kami temukan di peta kota.'
const END = TUESDAY + 60_000

const asked = async (s: Awaited<ReturnType<typeof aCase>>['s'], id: number) => {
  const { sql: text, params } = letterOfEnd(s.db, sql`${id}`).getQuery()
  const { results, meta } = await env.DB.prepare(text)
    .bind(...params)
    .all<{ sentAt: number | null }>()
  return { sentAt: results[0]?.sentAt, rows: meta.rows_read }
}

const sent = (id: number, template: string, at: number) =>
  env.DB.prepare(
    `update outbox set state = 'done', reached = 'told', done_at = ? where complaint_id = ? and template = ?`,
  )
    .bind(at, id, template)
    .run()

test.each([
  ['archived', { name: 'archive', text: words }],
  ['referred', { name: 'refer', text: words }],
] as const)(
  'of a report with 500 letters that is %s one letter is read',
  async (template, command) => {
    const { s, id } = await aCase(TUESDAY, 'received')
    await env.DB.batch(
      Array.from({ length: 500 }, (_, n) =>
        env.DB.prepare(
          `insert into outbox (dedupe, complaint_id, recipient, template, not_before, state, reached, done_at)
          values (?, ?, 'reporter', 'root_answered', ?, 'done', 'told', ?)`,
        ).bind(`${id}:${n + 100}:root_answered:reporter:`, id, END, END),
      ),
    )
    expect((await asked(s, id)).sentAt).toBeNull()
    await give(s, id, verifier, END, command)
    expect((await asked(s, id)).sentAt).toBeNull()
    await sent(id, template, END + 20_000)
    const { sentAt, rows } = await asked(s, id)
    expect(sentAt).toBe(END + 20_000)
    expect(rows).toBeLessThan(20)
  },
)

test('taken out and archived again, the letter of the last end counts', async () => {
  const { s, id } = await aCase(TUESDAY, 'received')
  const again = END + 3_600_000
  await give(s, id, verifier, END, { name: 'archive', text: words })
  await sent(id, 'archived', END + 20_000)
  await give(s, id, verifier, again - 60_000, { name: 'unarchive', text: words })
  await give(s, id, verifier, again, { name: 'archive', text: words })
  expect((await asked(s, id)).sentAt).toBeNull()
  await sent(id, 'archived', again + 20_000)
  expect((await asked(s, id)).sentAt).toBe(again + 20_000)
})
