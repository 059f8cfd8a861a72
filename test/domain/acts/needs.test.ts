import { describe, expect, test } from 'vitest'
import { actOf, COMMAND_NAMES, type Command } from '../../../src/domain/acts/acts.ts'
import type { Need } from '../../../src/domain/acts/needs.ts'
import { isRefusal, type RefusalCode } from '../../../src/domain/case/command.ts'
import type { Complaint, State } from '../../../src/domain/case/complaint.ts'
import type { Actor } from '../../../src/domain/people/actor.ts'
import {
  aClosure,
  aComplaint,
  aContext,
  accepted,
  aFiling,
  aRelease,
  aRouting,
  decisionOf,
  HEALTH,
  INSPECTORATE,
  liaison,
  officer,
  ROADS,
  reporter,
  someStaff,
  verifier,
  wib,
  withheld,
} from '../../support/builders.ts'

const text = 'Kata-kata yang cukup panjang.'
const inspector = someStaff('inspectorate', INSPECTORATE)

const working = aComplaint({ state: 'in_progress' })
const drafted: Complaint = {
  ...working,
  draft: { seq: working.version, kind: 'reply', by: 'staff:officer-3' },
}
const seenKey = aComplaint({ state: 'closed', filedBy: 'loket', keySeenBy: [ROADS] })
const objected = accepted(aComplaint({ state: 'archived' }), { name: 'object', text })
const owing = accepted(
  aComplaint({ state: 'closed' }),
  { name: 'ask_explanation', text },
  { actor: someStaff('leader') },
)
const unheard: Complaint = {
  ...aComplaint({ state: 'awaiting_confirmation', at: wib('2026-09-01') }),
  supervisory: true,
  leadAgencyId: INSPECTORATE,
}

/** A whole instance of every command that needs something, where it is accepted, and from whom. */
const WHOLE: [Command, State | Complaint | null, Actor][] = [
  [aFiling(), null, reporter],
  [{ ...aFiling(), name: 'import', ended: null, agencyId: null, answer: null }, null, reporter],
  [aRouting({ release: withheld }), 'received', verifier],
  [{ name: 'ask', text }, 'routed', officer],
  [{ name: 'answer', text }, 'awaiting_info', reporter],
  [{ name: 'add_words', text }, 'in_progress', reporter],
  [{ name: 'return', text, proposedAgencyId: HEALTH }, 'routed', liaison],
  [{ name: 'refer', text }, 'received', verifier],
  [{ name: 'archive', text }, 'received', verifier],
  [{ name: 'unarchive', text }, 'archived', verifier],
  [{ name: 'object', text }, 'archived', reporter],
  [{ name: 'overrule', text }, objected, someStaff('admin')],
  [{ name: 'change_class', class: 'aspiration', text }, 'routed', verifier],
  [{ name: 'assign', officerId: 'budi', among: ['budi'] }, 'routed', liaison],
  [{ name: 'note', text }, 'routed', liaison],
  [{ name: 'promise_date', day: '2026-12-04', text }, 'in_progress', officer],
  [{ name: 'reply', text }, 'in_progress', officer],
  [aClosure(), 'in_progress', officer],
  [{ name: 'send_back', text }, drafted, someStaff('head', ROADS)],
  [{ name: 'dispute', text }, 'awaiting_confirmation', reporter],
  [{ name: 'conclude', text }, unheard, inspector],
  [{ name: 'reopen', text }, 'closed', reporter],
  [{ name: 'merge', root: aComplaint({ state: 'in_progress', id: 9 }) }, 'in_progress', verifier],
  [{ name: 'split', root: aComplaint({ state: 'in_progress', id: 9 }), text }, 'merged', verifier],
  [
    { name: 'attach', attachmentId: 'a', mediaType: 'image/png', bytes: 9, digest: 'd' },
    'routed',
    reporter,
  ],
  [{ name: 'release', release: aRelease() }, 'routed', verifier],
  [{ name: 'unrelease', text }, 'routed', verifier],
  [{ name: 'screen', messageSeq: 4, text }, 'routed', verifier],
  [{ name: 'mask', messageSeq: 4, masked: 'Sudah kami tangani.', text }, 'routed', verifier],
  [{ name: 'rate', score: 4 }, 'closed', reporter],
  [{ name: 'remind', text }, 'routed', someStaff('leader')],
  [{ name: 'ask_explanation', text }, 'routed', someStaff('leader')],
  [{ name: 'explain', text }, owing, someStaff('head', ROADS)],
  [{ name: 'reveal', reason: text }, 'routed', inspector],
  [{ name: 'vouch_key', text, renewed: true }, seenKey, verifier],
]

const CODES: Record<Need, RefusalCode> = {
  text: 'text_too_short',
  reason: 'text_too_short',
  question: 'text_too_short',
  class: 'incomplete',
  category: 'incomplete',
  agency: 'agency_missing',
  release: 'release_missing',
  evidence: 'evidence_missing',
  root: 'not_a_root',
  date: 'incomplete',
  officer: 'not_allowed',
  file: 'incomplete',
  score: 'score_out_of_range',
}

/** Left out, emptied, or, where no words belong, nothing that could be meant. */
const blanksFor = (need: Need) => [
  ...[undefined, null, ''],
  ...(CODES[need] === 'text_too_short' ? ['   '] : [Number.NaN, 0]),
]

test('every act that needs something is looked at', () => {
  const needing = COMMAND_NAMES.filter((name) => actOf(name).needs.length > 0)
  expect(WHOLE.map(([{ name }]) => name)).toEqual(needing)
})

describe.each(WHOLE)('$name', (command, state, actor) => {
  const before = typeof state === 'string' ? aComplaint({ state }) : state
  const given = (one: Command) => decisionOf(before, one, aContext({ actor }))

  test('whole it is accepted', () => {
    expect(isRefusal(given(command))).toBe(false)
  })

  test.each(actOf(command.name).needs.map(({ need, of }) => [need, of] as const))(
    'without %s it is refused',
    (need, of) => {
      for (const blank of blanksFor(need)) {
        const lacking = { ...command, [of]: blank } as Command
        expect(given(lacking)).toMatchObject({
          refused: CODES[need],
          field: expect.stringMatching(new RegExp(`^${of}(\\.|$)`)),
        })
      }
    },
  )
})
