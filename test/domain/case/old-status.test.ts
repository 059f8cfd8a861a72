import { expect, test } from 'vitest'
import { isOpen, STATES } from '../../../src/domain/case/complaint.ts'
import { oldStatus } from '../../../src/domain/case/old-status.ts'
import { states } from '../../../src/words/id/states.ts'

test.each(STATES)('what we say of %s is read as it is', (state) => {
  const read = oldStatus(states[state].label)
  if (isOpen({ state })) expect(read).toBe('open')
  else expect(read).toBe(state === 'merged' ? 'archived' : state)
})

test.each([
  ['Belum ditindaklanjuti', 'open'],
  ['Belum selesai', 'open'],
  ['Sedang diproses', 'open'],
  ['Tidak diproses', 'archived'],
  ['Laporan ditutup', 'closed'],
  ['Bukan kewenangan', 'referred'],
  ['Entah', null],
])('%s', (said, read) => {
  expect(oldStatus(said)).toBe(read)
})
