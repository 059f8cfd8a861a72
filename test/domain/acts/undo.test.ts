import { describe, expect, test } from 'vitest'
import type { Command } from '../../../src/domain/acts/acts.ts'
import type { UndoCommand } from '../../../src/domain/acts/undo.ts'
import { isRefusal } from '../../../src/domain/case/command.ts'
import { decide } from '../../../src/domain/case/decide.ts'
import { type Actor, actorId } from '../../../src/domain/people/actor.ts'
import {
  aComplaint,
  aContext,
  accepted,
  liaison,
  officer,
  refused,
  reporter,
  wib,
} from '../../support/builders.ts'

describe('undo', () => {
  const before = aComplaint({ state: 'routed' })
  const at = wib('2026-11-24', '11.00')
  const taken = accepted(before, { name: 'take_up' }, { actor: officer, now: at })
  const undo = (over: Partial<UndoCommand> = {}): UndoCommand => ({
    name: 'undo',
    previous: before,
    undone: 'take_up',
    undoneSeq: taken.version,
    approvedSeq: null,
    committedAt: at,
    by: actorId(officer),
    ...over,
  })

  test('restores state, officer and clocks within ten seconds, and the history goes on', () => {
    const restored = accepted(taken, undo(), { actor: officer, now: at + 10_000 })
    expect(restored).toEqual({ ...before, version: taken.version + 1, lastHash: taken.lastHash })
  })

  test.each<[string, Command, Actor, number]>([
    ['after more than ten seconds', undo(), officer, 11_600],
    ['by another person', undo(), liaison, 3_000],
    ['by the reporter', undo(), reporter, 3_000],
    ['when somebody acted after', undo({ undoneSeq: taken.version - 1 }), officer, 3_000],
    ['of an approval without its draft', undo({ undone: 'approve_reply' }), officer, 3_000],
    ['of a reveal', undo({ undone: 'reveal' }), officer, 3_000],
    ['of a public release', undo({ undone: 'release' }), officer, 3_000],
    ['of an undo', undo({ undone: 'undo' }), officer, 3_000],
  ])('%s it is refused', (_name, command, actor, wait) => {
    expect(refused(taken, command, { actor, now: at + wait })).not.toBeNull()
  })

  const then = (type: string, stateAfter = 'routed') => ({
    ...{ type, stateBefore: 'routed', stateAfter },
  })

  test.each(['hear', 'seal_key', 'reindex', 'renew_key', 'attach', 'add_words'])(
    'after %s, which changes nothing, it goes on as before',
    (type) => {
      const over = { actor: officer, now: at + 3_000 }
      const later = { ...taken, version: taken.version + 2 }
      const since = [then(type), then(type)]
      const restored = accepted(later, undo({ since }), over)
      expect(restored).toEqual({ ...before, version: later.version + 1, lastHash: taken.lastHash })
      expect(refused(later, undo({ since: [then(type)] }), over)).not.toBeNull()
      const answered = [then(type), then(type, 'in_progress')]
      expect(refused(later, undo({ since: answered }), over)).not.toBeNull()
      expect(refused(later, undo({ since: [then('note'), then(type)] }), over)).not.toBeNull()
    },
  )

  test('of an approval names the draft that waits again; of anything else none', () => {
    const over = { actor: officer, now: at + 3_000 }
    const factsOf = (command: UndoCommand) => {
      const result = decide(taken, command, aContext(over))
      return isRefusal(result) ? null : result.facts
    }
    expect(factsOf(undo({ undone: 'approve_closure', approvedSeq: 2 }))).toMatchObject({
      approved: 2,
    })
    expect(factsOf(undo({ approvedSeq: 2 }))).toMatchObject({ approved: null })
  })
})
