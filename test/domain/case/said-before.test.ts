import { expect, test } from 'vitest'
import { saidBefore, traceOf } from '../../../src/domain/case/said-before.ts'
import { someStaff } from '../../support/builders.ts'

const mine = someStaff('officer', 1)
const other = someStaff('head', 1)
const by = (actor: typeof mine) => `staff:${actor.id}`
const WORDS = 'Kata-kata yang cukup panjang.'
const reply = traceOf({ name: 'reply', text: WORDS })

type Event = { seq: number; type: string; actor: string; facts: string }

const event = (seq: number, type: string, actor = by(mine), facts = '{}'): Event => ({
  ...{ seq, type, actor, facts },
})

const read = (events: Event[], texts: Record<number, string> = { 6: WORDS }) => ({
  complaint: { release: { status: 'none' as const, point: false } },
  events,
  messages: Object.entries(texts).map(([seq, text]) => ({
    ...{ seq: Number(seq), text, reason: null, screened: null, masked: null },
  })),
})

const said = (events: Event[], trace = reply, texts?: Record<number, string>) =>
  saidBefore(read(events, texts), 5, mine, trace)?.seq ?? null

test('what this person said next after the version that was read was said before', () => {
  expect(said([event(5, 'take_up'), event(6, 'reply')])).toBe(6)
})

test('also where somebody else, or a timer, came first or came after', () => {
  const between = [event(6, 'note', by(other)), event(7, 'reply'), event(8, 'escalate', 'timer')]
  expect(said(between, reply, { 7: WORDS })).toBe(7)
})

test('also behind files of one’s own, which come with a closing', () => {
  expect(said([event(6, 'attach'), event(7, 'reply')], reply, { 7: WORDS })).toBe(7)
})

test.each<[string, Event[], Record<number, string>?]>([
  ['nothing happened since', [event(5, 'reply')], { 5: WORDS }],
  ['another person said it', [event(6, 'reply', by(other))]],
  ['other words', [event(6, 'reply')], { 6: 'Kata-kata yang lain.' }],
  ['erased words', [event(6, 'reply')], {}],
  ['another step', [event(6, 'note')]],
  ['something else first', [event(6, 'note'), event(7, 'reply')], { 7: WORDS }],
  ['it was taken back', [event(6, 'reply'), event(7, 'undo', by(mine), '{"undone":6}')]],
])('not before: %s', (_, events, texts) => {
  expect(said(events, reply, texts)).toBeNull()
})

test('what was chosen counts as much as what was typed', () => {
  const events = [event(6, 'set_priority', by(mine), '{"priority":"urgent"}')]
  expect(said(events, traceOf({ name: 'set_priority', priority: 'urgent' }), {})).toBe(6)
  expect(said(events, traceOf({ name: 'set_priority', priority: 'normal' }), {})).toBeNull()
})
