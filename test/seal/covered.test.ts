import { readdirSync, readFileSync } from 'node:fs'
import { getTableColumns, getTableName, isTable, type Table } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { COVERED, LEFT_OUT, nameOf, rowDigest, storedRow } from '../../src/db/covered.ts'
import { clock } from '../../src/db/schema/complaint.ts'

const modules: object[] = await Promise.all(
  readdirSync('src/db/schema').map((file) => import(`../../src/db/schema/${file}`)),
)
const tables = modules.flatMap((module) => Object.values(module)).filter(isTable)

const document = 'data'

const known =
  readFileSync(`docs/${document}.md`, 'utf8')
    .split(/^## /m)
    .find((part) => part.startsWith('History that shows tampering')) ?? ''

it('vouches for every table of the schema, or the document says that it does not', () => {
  const silent = tables.map(getTableName).filter((name) => !known.includes(`\`${name}\``))
  expect(silent).toEqual([])
})

it('says in the document of each column that it leaves out', () => {
  const left = Object.entries(LEFT_OUT).flatMap(([table, names]) =>
    names.map((name) => `${table}.${name}`),
  )
  expect(left.filter((name) => !known.includes(`\`${name}\``))).toEqual([])
})

it('spells every other column, so that a new one joins by itself', async () => {
  for (const table of Object.values(COVERED)) {
    const name = nameOf(table)
    const row = filled(table)
    const digest = await rowDigest(name, row)
    for (const column of Object.keys(row)) {
      const changed = await rowDigest(name, { ...row, [column]: `${row[column]}x` })
      const left = LEFT_OUT[name]?.includes(column) === true
      expect([name, column, changed === digest]).toEqual([name, column, left])
    }
  }
})

it('gives rows from before the digest that they had, once a column is added', async () => {
  const row = storedRow(clock, { complaintId: 1, kind: 'verify', round: 1 })
  const { left: _, ...older } = row
  expect(await rowDigest('clock', older)).toBe(await rowDigest('clock', row))
})

const filled = (table: Table) =>
  Object.fromEntries(Object.values(getTableColumns(table)).map(({ name }) => [name, 'a']))
