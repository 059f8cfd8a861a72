import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { COVERED_NAMES, LEFT_OUT, type StoredRow } from '../../src/db/covered.ts'
import { eraseComplaint } from '../../src/db/erasing.ts'
import { revealRows } from '../../src/db/ledger/rows.ts'
import { added } from '../../src/db/ledger/write.ts'
import { attachment } from '../../src/db/schema/filing.ts'
import { differingFigures } from '../../src/db/standing-figures.ts'
import { DAY } from '../../src/domain/time/time.ts'
import { aCase, give, officer, routeTo, rows } from '../support/handled.ts'
import { historyFound, read } from '../support/history-found.ts'
import { aForm, filed, someone, TUESDAY, world } from '../support/world.ts'

const verifier = someone('verifier')
const inspector = someone('inspectorate')
const REPORTER = { kind: 'reporter' } as const
/** Ids follow the time of receipt. */
const LATER = TUESDAY + 1000
const WORDS = 'Lubang sudah kami tambal pagi ini dengan aspal panas.'

/** One report that was public and is rated, one that is anonymous and screened: each table has rows. */
beforeAll(async () => {
  const s = await world(REPORTER, TUESDAY)
  const { id } = (await filed(s)).found.complaint
  await attach(s, id)
  await give(
    s,
    id,
    inspector,
    TUESDAY,
    { name: 'reveal', reason: 'Perlu tahu siapa.' },
    {
      rows: (seq) => revealRows({ complaintId: id, seq, staffId: inspector.id, at: TUESDAY }),
    },
  )
  const release = { release: true, title: 'Jalan rusak', text: 'Salinan yang boleh dibaca umum.' }
  const decided = { ...release, point: false, photoIds: [] }
  await give(s, id, verifier, TUESDAY, routeTo(2, { release: decided }), {
    columns: { releasedTitle: 'Jalan rusak', releasedText: 'Salinan yang boleh dibaca umum.' },
  })
  await give(s, id, officer(), TUESDAY, { name: 'take_up' })
  const closure = { text: WORDS, reason: 'Sudah diperbaiki', evidenceFiles: 1, visit: null }
  await give(s, id, officer(), TUESDAY, { name: 'propose_closure', ...closure })
  await give(s, id, REPORTER, TUESDAY + DAY, { name: 'confirm' })
  await give(s, id, REPORTER, TUESDAY + DAY, { name: 'rate', score: 4 })

  const other = await aCase(LATER, 'awaiting_info', aForm({ anonymous: true }))
  const answered = await give(s, other.id, REPORTER, LATER, { name: 'answer', text: WORDS })
  const screen = { name: 'screen', messageSeq: answered.version, text: 'Sudah ditambal.' } as const
  await give(s, other.id, verifier, LATER, screen, { screened: 'Sudah ditambal.' })
})

const attach = (s: Parameters<typeof give>[0], id: number) =>
  give(
    s,
    id,
    REPORTER,
    TUESDAY,
    { name: 'attach', attachmentId: 'foto', mediaType: 'image/jpeg', bytes: 9, digest: 'ab' },
    {
      rows: (seq) => [
        added(attachment, {
          ...{ id: 'foto', complaintId: id, seq, source: 'reporter', key: 'a/foto' },
          ...{ type: 'image/jpeg', bytes: 9, digest: 'ab', at: TUESDAY },
        }),
      ],
    },
  )

const problems = async () => (await historyFound()).map(({ problem }) => problem)

/** Another value that the column's own check lets pass. */
const OTHER: Record<string, string[]> = {
  'complaint.state': ['archived', 'withdrawn'],
  'complaint.class': ['aspiration', 'information'],
  'complaint.priority': ['urgent', 'important'],
  'complaint.release_status': ['withdrawn', 'none'],
  'complaint.rating': ['1', '5'],
  'clock.status': ['void', 'paused'],
  'assignment.role': ['support', 'lead'],
  'assignment.bucket': ['confirm', 'paused'],
  'message.state': ['undone', 'draft'],
  'message.audience': ['staff', 'public'],
  'attachment.source': ['agency', 'reporter'],
}

type Column = { name: string; type: string }

const otherThan = (table: string, { name, type }: Column, value: StoredRow[string] = null) => {
  const listed = OTHER[`${table}.${name}`]?.find((one) => one !== String(value))
  if (listed) return listed
  if (type === 'TEXT') return `${value ?? ''}x`
  return value === 0 || value === 1 ? 1 - Number(value) : Number(value ?? 0) + 1
}

const harmed = async (sql: string, values: unknown[], mend: string, back: unknown[]) => {
  await env.DB.prepare(sql)
    .bind(...values)
    .run()
  try {
    return await problems()
  } finally {
    await env.DB.prepare(mend)
      .bind(...back)
      .run()
  }
}

it('finds nothing wrong in reports that only commands have changed', async () => {
  expect(await historyFound()).toEqual([])
})

const left: Partial<Record<string, readonly string[]>> = LEFT_OUT

describe.each([...COVERED_NAMES, 'event'])('of table %s', (table) => {
  const owner = table === 'complaint' ? 'id' : 'complaint_id'
  const key = () =>
    rows<StoredRow & { rowid?: number }>(`select * from "${table}" order by ${owner} desc limit 1`)
  const where = (row: StoredRow) =>
    Object.entries(row)
      .filter(([, value]) => value !== null)
      .map(([name]) => `"${name}" = ?`)
      .join(' and ')
  const values = (row: StoredRow) => Object.values(row).filter((value) => value !== null)

  it('finds each column that SQL changed beside the ledger', async () => {
    const columns = await rows<Column>(`select name, type from pragma_table_info('${table}')`)
    const unnoticed: string[] = []
    for (const column of columns.filter(({ name }) => !left[table]?.includes(name))) {
      const [row] = await key()
      if (!row) throw new Error(`${table} has no row to harm`)
      const changed = { ...row, [column.name]: otherThan(table, column, row[column.name]) }
      const set = `update "${table}" set "${column.name}" = ?`
      const found = await harmed(
        `${set} where ${where(row)}`,
        [changed[column.name], ...values(row)],
        `${set} where ${where(changed)}`,
        [row[column.name], ...values(changed)],
      )
      if (found.length === 0) unnoticed.push(column.name)
    }
    expect(unnoticed).toEqual([])
  })

  it('finds a row that was taken out, and one that was put in', async () => {
    const all = await rows<StoredRow>(`select * from "${table}"`)
    const [row] = all
    if (!row) throw new Error(`${table} has no row to harm`)
    const names = Object.keys(row)
    const put = `insert into "${table}" (${names.map((n) => `"${n}"`)}) values (${names.map(() => '?')})`
    const taken = await harmed(
      `delete from "${table}" where ${where(row)}`,
      values(row),
      put,
      Object.values(row),
    )
    expect(taken).not.toEqual([])

    const forged: StoredRow =
      table === 'identity' || table === 'complaint'
        ? { ...row, [owner]: 77, ...(row.reference ? { reference: 'DMI-X' } : {}) }
        : { ...row, ...(row.id ? { id: 'lain' } : row.round ? { round: 9 } : { seq: 99 }) }
    const put2 = await harmed(
      put,
      Object.values(forged),
      `delete from "${table}" where ${where(forged)}`,
      values(forged),
    )
    expect(put2).not.toEqual([])
  })
})

it('finds words and salt that were emptied without an erasure, also of an old history', async () => {
  const gone = 'update complaint set text = null, salt = null where rating is not null'
  const [row] = await rows<StoredRow>('select text, salt from complaint where rating is not null')
  const found = await harmed(
    gone,
    [],
    'update complaint set text = ?, salt = ? where rating is not null',
    [row?.text, row?.salt],
  )
  expect(found).toContain('words-gone')
})

it('finds each number of the figures that SQL changed, of city, agency and place', async () => {
  expect(await differingFigures(read)).toEqual([])
  for (const { scope, month } of await rows<{ scope: string; month: string }>(
    'select scope, month from figure',
  )) {
    const where = `where scope = '${scope}' and month = '${month}'`
    await env.DB.exec(
      `update figure set late = late + 2, answer_days = json_set(answer_days, '$."7"', 5) ${where}`,
    )
    expect(await differingFigures(read)).toMatchObject([
      { scope, month, metric: 'late', stored: 2, counted: 0 },
      { scope, month, metric: 'answer:7', stored: 5, counted: 0 },
    ])
    await env.DB.exec(
      `update figure set late = late - 2, answer_days = json_remove(answer_days, '$."7"') ${where}`,
    )
  }
  await env.DB.exec(`insert into figure (scope, month, closed) values ('agency:9', '2026-10', 1)`)
  expect(await differingFigures(read)).toMatchObject([{ scope: 'agency:9', metric: 'closed' }])
  await env.DB.exec(`delete from figure where scope = 'agency:9'`)
})

it('misses a report that was dropped with all its rows before there was any digest', async () => {
  const s = await world(REPORTER, LATER + 1000)
  // of one millisecond the ids do not say which came first
  const after = (seconds: number) => filed({ ...s, now: s.now + seconds * 1000 })
  const [first, second, third] = [await after(1), await after(2), await after(3)]
  expect(await historyFound()).toEqual([])
  const numbers = [first, second, third].map(({ found }) => found.complaint.reference)
  const drop = async (id: number) => {
    for (const table of [...COVERED_NAMES, 'event'])
      await env.DB.prepare(
        `delete from "${table}" where ${table === 'complaint' ? 'id' : 'complaint_id'} = ?`,
      )
        .bind(id)
        .run()
  }
  await drop(first.found.complaint.id)
  expect(await historyFound()).toMatchObject([
    { problem: 'report-dropped', complaint: numbers[0], other: numbers[2] },
  ])
  await drop(third.found.complaint.id)
  expect((await historyFound()).map(({ other }) => other)).toEqual([numbers[1]])
  await drop(second.found.complaint.id)
})

it('stays whole when a report is erased, whatever it held', async () => {
  const [row] = await rows<{ id: number }>('select id from complaint where rating is not null')
  const s = await world({ kind: 'timer' }, TUESDAY + 400 * DAY)
  expect((await eraseComplaint(s, row?.id ?? 0)).ok).toBe(true)
  expect(await historyFound()).toEqual([])
})
