import { expect, test } from 'vitest'
import { noRoom } from '../../../src/domain/case/file-room.ts'

const MB = 1024 * 1024
const many = (n: number, source: string, bytes = MB) =>
  Array.from({ length: n }, () => ({ source, bytes }))

test('a report keeps twenty files of each side, and one side never takes the room of the other', () => {
  const held = many(20, 'reporter')
  expect(noRoom(held.slice(1), { source: 'reporter', bytes: MB })).toBeNull()
  expect(noRoom(held, { source: 'reporter', bytes: 1 })?.refused).toBe('files_full')
  expect(noRoom(held, { source: 'agency', bytes: 5 * MB })).toBeNull()
})

test('a report keeps 40 MB of each side', () => {
  const held = many(8, 'agency', 5 * MB)
  expect(noRoom(held.slice(1), { source: 'agency', bytes: 5 * MB })).toBeNull()
  expect(noRoom(held, { source: 'agency', bytes: 1 })?.refused).toBe('files_heavy')
  expect(noRoom(held, { source: 'reporter', bytes: 5 * MB })).toBeNull()
})
