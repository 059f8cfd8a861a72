import { expect, test } from 'vitest'
import { isRefusal, type Refusal, type RefusalCode } from '../../../src/domain/case/command.ts'
import { decideFiling } from '../../../src/domain/case/decide.ts'
import {
  aCity,
  aClosure,
  aComplaint,
  aContext,
  accepted,
  aFiling,
  aRelease,
  aRouting,
  HEALTH,
  INSPECTORATE,
  liaison,
  officer,
  ROADS,
  refused,
  reporter,
  someStaff,
  timer,
  verifier,
  wib,
} from '../../support/builders.ts'

const words = 'Kata-kata yang cukup panjang.'
const routed = aComplaint({ state: 'routed' })
const working = aComplaint({ state: 'in_progress' })
const proposed = aComplaint({ state: 'awaiting_confirmation' })
const closed = aComplaint({ state: 'closed' })
const root = aComplaint({ state: 'in_progress', id: 9 })
const staffed = { actor: officer }

const filing = (over: Parameters<typeof aFiling>[0]): Refusal | null => {
  const result = decideFiling(aFiling(over), aContext())
  return isRefusal(result) ? result : null
}

const city = aCity({ approvingAgencyIds: [ROADS] })
const draft = { seq: working.version, kind: 'reply', by: 'staff:officer-3' } as const

const supervised = (over: Parameters<typeof aRouting>[0], delegateAgencyId: number | null) =>
  refused(aComplaint(), aRouting({ supervisory: true, ...over }), {
    actor: verifier,
    city: aCity({ delegateAgencyId }),
  })

/** One way to each refusal; the type makes it whole, so a code that no rule gives has no place here. */
// a full case is refused where its files are counted: test/db or routes of attachments
const WAYS: Record<Exclude<RefusalCode, 'files_full' | 'files_heavy'>, () => Refusal | null> = {
  wrong_state: () => refused(closed, { name: 'confirm' }, {}),
  not_allowed: () => refused(proposed, { name: 'confirm' }, staffed),
  coordinator_only: () => refused(aComplaint({ returns: 2 }), aRouting(), { actor: verifier }),
  words_full: () =>
    refused(proposed, { name: 'add_words', text: words, before: 30 }, { actor: reporter }),
  incomplete: () => filing({ incidentDay: '' }),
  text_too_short: () => filing({ text: 'Lubang' }),
  text_too_long: () => filing({ text: 'a'.repeat(5001) }),
  agency_missing: () => refused(aComplaint(), aRouting({ leadAgencyId: 0 }), { actor: verifier }),
  same_agency: () =>
    refused(routed, { name: 'return', text: words, proposedAgencyId: ROADS }, { actor: liaison }),
  inspectorate_only: () =>
    refused(aComplaint(), aRouting({ supervisory: true }), { actor: verifier }),
  inspectorate_alone: () =>
    refused(
      aComplaint(),
      aRouting({ supervisory: true, leadAgencyId: INSPECTORATE, supportingAgencyIds: [ROADS] }),
      { actor: verifier },
    ),
  inspectorate_decides: () =>
    refused(
      { ...proposed, supervisory: true },
      { name: 'close_by_silence', heard: true },
      { actor: timer },
    ),
  delegate_only: () => supervised({ aboutAgencyId: INSPECTORATE, leadAgencyId: INSPECTORATE }, 7),
  delegate_missing: () => supervised({ aboutAgencyId: INSPECTORATE, leadAgencyId: 7 }, null),
  agency_unstaffed: () =>
    refused(aComplaint(), aRouting({ unstaffed: [ROADS] }), { actor: verifier }),
  routed_for_good: () =>
    refused(
      { ...routed, returns: 2 },
      { name: 'return', text: words, proposedAgencyId: HEALTH },
      { actor: liaison },
    ),
  explanation_owed: () =>
    refused(
      accepted(routed, { name: 'ask_explanation', text: words }, { actor: someStaff('leader') }),
      { name: 'return', text: words, proposedAgencyId: HEALTH },
      { actor: liaison },
    ),
  draft_waits: () =>
    refused({ ...working, draft }, { name: 'reply', text: words }, { actor: officer, city }),
  own_draft: () =>
    refused(
      { ...proposed, supervisory: true, draft: { ...draft, kind: 'decision', by: 'staff:x' } },
      { name: 'countersign', messageSeq: draft.seq },
      { actor: someStaff('leader', null, { id: 'x' }) },
    ),
  release_missing: () =>
    refused(routed, { name: 'release', release: aRelease({ title: '' }) }, { actor: verifier }),
  never_public: () =>
    refused(
      { ...routed, confidential: true },
      { name: 'release', release: aRelease() },
      { actor: verifier },
    ),
  evidence_missing: () => refused(working, aClosure({ evidenceFiles: 0 }), staffed),
  not_due: () => refused(proposed, { name: 'close_by_silence', heard: true }, { actor: timer }),
  too_late: () => refused(closed, { name: 'reopen', text: words }, { now: wib('2027-01-25') }),
  not_a_root: () =>
    refused(working, { name: 'merge', root: { ...root, rootId: 5 } }, { actor: verifier }),
  still_moving: () => refused(working, { name: 'merge', root, moving: true }, { actor: verifier }),
  other_agency: () =>
    refused(
      working,
      { name: 'merge', root: { ...root, leadAgencyId: HEALTH } },
      { actor: liaison },
    ),
  score_out_of_range: () => refused(closed, { name: 'rate', score: 6 }, { actor: reporter }),
  incident_in_future: () => filing({ incidentDay: '2026-11-25' }),
  day_out_of_range: () =>
    refused(working, { name: 'promise_date', day: '2026-11-24', text: words }, staffed),
  already_said: () => refused(accepted(closed, { name: 'erase' }), { name: 'erase' }, {}),
  key_not_renewed: () =>
    refused({ ...proposed, keySeenBy: [ROADS] }, { name: 'confirm' }, { actor: reporter }),
  nothing_to_undo: () =>
    refused(
      working,
      {
        name: 'undo',
        previous: routed,
        undone: 'take_up',
        undoneSeq: working.version,
        approvedSeq: null,
        committedAt: 0,
        by: '',
      },
      staffed,
    ),
}

test.each(Object.keys(WAYS) as RefusalCode[])('some rule refuses with %s', (code) => {
  expect(WAYS[code as keyof typeof WAYS]()?.refused).toBe(code)
})
