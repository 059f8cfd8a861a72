import { globSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { ACTS, type AnyAct, actOf, COMMAND_NAMES } from '../../../src/domain/acts/acts.ts'

const named = (is: (act: AnyAct) => unknown) => COMMAND_NAMES.filter((name) => is(actOf(name)))

const HELPERS = ['act', 'acts', 'needs']

test('every command has one file of its own, and an act under its own name', () => {
  const files = globSync('src/domain/acts/*.ts').map((file) => basename(file, '.ts'))
  const own = files.filter((file) => !HELPERS.includes(file)).map((file) => file.replace(/-/g, '_'))
  expect(own.sort()).toEqual([...COMMAND_NAMES].sort())
  for (const name of COMMAND_NAMES) expect(ACTS[name].name).toBe(name)
})

test('what would bring back words, files or a name is not possible once erased', () => {
  expect(named((act) => !act.onceErased).sort()).toEqual(
    [
      'add_words',
      'answer',
      'ask',
      'attach',
      'correct',
      'dispute',
      'object',
      'release',
      'reopen',
      'reveal',
      'screen',
      'mask',
    ].sort(),
  )
})

test('verdicts on the agency', () => {
  expect(named((act) => act.verdict)).toEqual(['confirm', 'withdraw', 'rate'])
})

test('steps that anyone may know of', () => {
  expect(named((act) => act.publicStep)).toEqual([
    'file',
    'import',
    'route',
    'take_up',
    'promise_date',
    'propose_closure',
    'approve_closure',
    'confirm',
    'dispute',
    'close_by_silence',
    'escalate',
  ])
})

test('steps after which words and identities are gone', () => {
  expect(named((act) => act.erases)).toEqual(['erase', 'unimport'])
})

test('steps that leave the one before them to be taken back', () => {
  const passing = named((act) => act.passing)
  expect(passing).toEqual(['add_words', 'hear', 'attach', 'renew_key', 'seal_key', 'reindex'])
  for (const name of passing) expect(actOf(name).undoable).toBe(false)
})

test('steps that are nobody’s deed', () => {
  expect(named((act) => act.upkeep)).toEqual(['hand_on', 'seal_key', 'reindex'])
})

test('steps with which a round of work begins', () => {
  expect(named((act) => act.beginsWork)).toEqual(['route', 'dispute', 'reopen'])
})

test('wishes of the reporter: only a withdrawal wants an end', () => {
  expect(named((act) => act.wish)).toEqual(['object', 'dispute', 'reopen', 'withdraw'])
  expect(named((act) => act.wish === 'end')).toEqual(['withdraw'])
})

test('steps that reply to others', () => {
  const answers = named((act) => act.answers).map((name) => [name, actOf(name).answers])
  expect(answers).toEqual([
    ['answer', ['ask']],
    ['confirm', ['propose_closure', 'approve_closure']],
    ['dispute', ['propose_closure', 'approve_closure']],
  ])
})

test('whatever has words to put back can be undone', () => {
  expect(named((act) => act.words)).toEqual([
    'route',
    'ask',
    'return',
    'refer',
    'archive',
    'unarchive',
    'overrule',
    'change_class',
    'note',
    'promise_date',
    'reply',
    'propose_closure',
    'send_back',
    'conclude',
    'explain',
  ])
  for (const name of named((act) => act.words)) expect(actOf(name).undoable).toBe(true)
})

test('what may be said at the counter is said as the step of that name', () => {
  const said = { text: 'Sudah baik.', score: 4, again: false, added: 0 }
  const steps = named((act) => act.onBehalf)
  expect(steps).toEqual([
    'answer',
    'add_words',
    'object',
    'confirm',
    'dispute',
    'reopen',
    'withdraw',
    'rate',
  ])
  for (const name of steps) {
    expect(actOf(name).onBehalf?.(said).name).toBe(name)
    expect(actOf(name).who).toContain('reporter')
  }
})

test('what becomes of earlier messages', () => {
  const does = named((act) => act.earlier).map((name) => [name, actOf(name).earlier?.does])
  expect(does).toEqual([
    ['approve_reply', 'approves'],
    ['approve_closure', 'approves'],
    ['countersign', 'approves'],
    ['screen', 'screens'],
    ['undo', 'undoes'],
  ])
})
