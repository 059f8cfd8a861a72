import { expect, test } from 'vitest'
import { outcomeOf } from '../../src/domain/case/event-outcome.ts'
import { isDeskStep } from '../../src/domain/case/publication.ts'
import { events } from '../../src/words/id/events.ts'
import { t } from '../support/words.ts'

test('what is late before it is routed is not called the agency’s lateness', () => {
  const late = (value: string, agency?: string) => events.escalate.citizen?.({ value, agency })
  expect(late('1')).toBe('Lewat tenggat, petugas kota sudah diingatkan')
  expect(late('3')).toBe('Lewat tenggat, diteruskan ke admin kota')
  expect(late('2', 'Dinas Perhubungan')).toBe('Lewat tenggat, OPD sudah diingatkan')
  expect(late('3', 'Dinas Perhubungan')).toBe('Lewat tenggat, diteruskan ke pimpinan')
})

test('a reminder names the agency only where one has the report', () => {
  for (const said of [events.remind.citizen, events.remind.staff]) {
    expect(said?.({ agency: 'Dishub' })).toContain('OPD')
    expect(said?.({})).not.toContain('OPD')
  }
})

test('a file that answered and a withdrawal that stops nothing are told as what they were', () => {
  const asked = { stateBefore: 'awaiting_info', stateAfter: 'routed' }
  expect(events.attach.citizen?.(outcomeOf(asked, {}))).toBe('Anda menjawab dengan berkas')
  const plain = { stateBefore: 'routed', stateAfter: 'routed' }
  expect(events.attach.citizen?.(outcomeOf(plain, {}))).toBe('Berkas ditambahkan')
  expect(events.withdraw.citizen?.(outcomeOf(plain, { goesOn: true }))).toBe(
    'Anda meminta pencabutan',
  )
  expect(events.withdraw.citizen?.(outcomeOf(plain, { goesOn: false }))).toBe(
    'Anda mencabut laporan',
  )
})

test('a reason that is too short is not asked for what, where and when', () => {
  for (const field of ['alasan', 'catatan', 'teks', 'pesan'])
    expect(t.refusalText({ refused: 'text_too_short', field })).not.toMatch(/di mana/)
  expect(t.refusalText({ refused: 'text_too_short', field: 'isi' })).toMatch(/di mana/)
})

test('an officer who is not of the agency is at fault, not the role of whoever assigns', () => {
  expect(t.refusalText({ refused: 'not_allowed', field: 'petugas' })).not.toContain('Peran Anda')
})

test('a step has a sentence for citizens just where they are told of it', () => {
  for (const [name, { citizen }] of Object.entries(events))
    expect([name, citizen === null]).toEqual([name, isDeskStep(name)])
})
