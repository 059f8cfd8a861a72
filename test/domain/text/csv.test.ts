import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvOf } from '../../../src/domain/text/csv.ts'

test('rows are lines, numbers have a comma, nothing is nothing', () => {
  expect(csvOf([['OPD', 9.5, null, 3]])).toBe('\uFEFFOPD;9,5;;3\r\n')
})

test.each(['=1+1', '+62', '-2', '@a', '\tx'])('%j is a text and no formula', (text) => {
  expect(csvOf([[text]])).toContain(`'${text}`)
})

test('what was written is read again, whatever stands in it', () => {
  const cell = fc.string().filter((text) => !/^[=+\-@\t\r]/.test(text))
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 })
  const read = (csv: string) => {
    const rows: string[][] = [[]]
    for (const [, quoted, plain, end] of csv.matchAll(
      /(?:"((?:[^"]|"")*)"|([^;\r\n"]*))(;|\r\n)/g,
    )) {
      rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
      if (end !== ';') rows.push([])
    }
    return rows.slice(0, -1)
  }
  fc.assert(
    fc.property(table, (rows) => {
      expect(read(csvOf(rows).slice(1))).toEqual(rows)
    }),
  )
})
