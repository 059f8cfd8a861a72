import { expect, test } from 'vitest'
import { isRefusal } from '../../../src/domain/case/command.ts'
import { saidOnBehalf, stepsOnBehalf } from '../../../src/domain/case/on-behalf.ts'
import {
  aComplaint,
  aContext,
  liaison,
  refused,
  someStaff,
  verifier,
} from '../../support/builders.ts'

const clerk = someStaff('liaison', 7, { id: 'clerk' })
const counter = { hasKeyHolder: false, filedBy: clerk.id }
const filed = (events: string[] = []) => events.map((type) => ({ type }))
const said = { text: 'Sudah baik sekali.', score: 4 }

test('whoever filed for somebody says what the state allows, once', () => {
  const steps = (over: Parameters<typeof aComplaint>[0], actor = clerk, events: string[] = []) =>
    stepsOnBehalf(
      { complaint: aComplaint({ ...counter, ...over }), events: filed(events) },
      aContext({ actor }),
    )
  expect(steps({ state: 'awaiting_info' })).toEqual(['answer', 'withdraw'])
  expect(steps({ state: 'awaiting_confirmation' })).toEqual([
    ...['add_words', 'confirm', 'dispute', 'withdraw'],
  ])
  expect(steps({ state: 'closed' })).toEqual(['reopen', 'rate'])
  expect(steps({ state: 'closed', rating: 4 })).toEqual(['reopen'])
  expect(steps({ state: 'received' }, clerk, ['withdraw'])).toEqual(['add_words'])
  expect(steps({ state: 'closed' }, liaison)).toEqual([])
  // a verifier reopens in their own name
  expect(steps({ state: 'closed', filedBy: verifier.id }, verifier)).toEqual(['rate'])
})

test('what is said becomes the step of that name, and nobody else says it', () => {
  const read = { complaint: aComplaint({ ...counter, state: 'closed' }), events: filed() }
  expect(saidOnBehalf('rate', said, read, clerk, aContext())).toEqual({ name: 'rate', score: 4 })
  expect(saidOnBehalf('confirm', said, read, clerk, aContext())).toEqual({ name: 'confirm' })
  expect(
    saidOnBehalf('withdraw', said, { ...read, events: filed(['withdraw']) }, clerk, aContext()),
  ).toEqual({
    ...{ name: 'withdraw', text: said.text, again: true },
  })
  for (const name of ['take_up', 'erase', 'constructor', ''])
    expect(saidOnBehalf(name, said, read, clerk, aContext())).toEqual({ refused: 'not_allowed' })
  expect(saidOnBehalf('rate', said, read, liaison, aContext())).toEqual({ refused: 'not_allowed' })
  const keyed = { ...read, complaint: aComplaint({ state: 'closed' }) }
  expect(saidOnBehalf('rate', said, keyed, clerk, aContext())).toEqual({ refused: 'not_allowed' })
})

test('words are added for somebody as often as they could themselves', () => {
  const read = { complaint: aComplaint({ ...counter, state: 'in_progress' }) }
  const added = (times: number) => {
    const events = filed(Array<string>(times).fill('add_words'))
    const command = saidOnBehalf('add_words', said, { ...read, events }, clerk, aContext())
    if (isRefusal(command)) throw new Error(command.refused)
    return refused(read.complaint, command, { actor: clerk })
  }
  expect(added(29)).toBeNull()
  expect(added(30)).toEqual({ refused: 'words_full', field: 'text' })
})
