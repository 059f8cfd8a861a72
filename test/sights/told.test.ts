import { expect, test } from 'vitest'
import type { Command } from '../../src/domain/acts/acts.ts'
import type { FileCommand } from '../../src/domain/acts/file.ts'
import type { Actor } from '../../src/domain/people/actor.ts'
import { DAY, HOUR } from '../../src/domain/time/time.ts'
import { arrivedBy } from '../../src/sights/arrived.ts'
import { heldBy } from '../../src/sights/custody.ts'
import { memberSight } from '../../src/sights/member.ts'
import { publicSight } from '../../src/sights/public.ts'
import { type Facets, publicRows } from '../../src/sights/public-rows.ts'
import { reporterSight } from '../../src/sights/reporter.ts'
import { toAnyone } from '../../src/views/components/citizen-history.ts'
import { reporterStory } from '../../src/views/components/reporter-story.ts'
import {
  aClosure,
  aRelease,
  aRouting,
  HEALTH,
  officer,
  ROADS,
  reporter,
  someStaff,
  timer,
  verifier,
} from '../support/builders.ts'
import { aTown, dossierOf } from '../support/dossiers.ts'
import { story } from '../support/stories.ts'
import { t } from '../support/words.ts'

type Step = [Exclude<Command, FileCommand>, Actor, wait?: number]

const city = aTown()
const routed: Step = [aRouting(), verifier]
const released: Step = [aRouting({ release: aRelease() }), verifier]
const taken: Step = [{ name: 'take_up' }, officer]
const asked: Step = [{ name: 'ask', text: 'Di sebelah mana lubangnya, Pak?' }, officer]
const answered: Step = [{ name: 'answer', text: 'Di depan pasar, sebelah kiri.' }, reporter]
const closing: Step = [aClosure(), officer]
const disputed: Step = [{ name: 'dispute', text: 'Lubangnya masih ada sampai pagi ini.' }, reporter]

const tell = (...steps: Step[]) => {
  const { complaint, decisions, now } = story({}, ...steps)
  return { dossier: dossierOf(complaint, decisions), now, later: now + HOUR }
}

test.each([
  ['a closing', [routed, taken, closing], 'in_progress', 'awaiting_confirmation'],
  ['a question', [routed, taken, asked], 'in_progress', 'awaiting_info'],
  ['a routing', [routed], 'received', 'routed'],
  ['a taking up', [routed, taken], 'routed', 'in_progress'],
] as [string, Step[], string, string][])(
  'while %s can be taken back the reporter reads the old state, with nothing to press',
  (_, steps, before, after) => {
    const { dossier, now } = tell(...steps)
    const early = reporterSight(dossier, city, now + 11_999)
    expect(early.state).toBe(before)
    expect([early.question, early.closure]).toEqual([null, null])
    expect(early.history).toHaveLength(steps.length)
    const told = reporterSight(dossier, city, now + 12_000)
    expect(told.state).toBe(after)
    expect(told.history).toHaveLength(steps.length + 1)
    // the page that a browser keeps must not be taken for the new one
    expect(arrivedBy(dossier, city, now)).not.toEqual(arrivedBy(dossier, city, now + 12_000))
  },
)

test.each([
  ['a closing', [routed, taken, closing], 'in_progress', 'awaiting_confirmation'],
  ['a routing', [routed], 'received', 'routed'],
  ['a taking up', [routed, taken], 'routed', 'in_progress'],
] as [string, Step[], string, string][])(
  'while %s can be taken back nobody outside reads of it: public page, lists, who joined it',
  (_, steps, before, after) => {
    const { dossier, now } = tell(...steps)
    const read = (at: number) => [
      publicSight(dossier, city, at),
      memberSight({ ...dossier, answers: [] }, city, at),
      ...publicRows([dossier], city, at),
    ]
    const statesAt = (at: number) =>
      read(at).map((sight) => (sight && 'state' in sight ? sight.state : null))
    expect(statesAt(now + 11_999)).toEqual(read(now + 11_999).map(() => before))
    expect(statesAt(now + 12_000)).toEqual([after, after, after])
    const history = (at: number) => {
      const sight = publicSight(dossier, city, at)
      return sight && 'history' in sight ? sight.history.length : 0
    }
    expect(history(now + 11_999)).toBeLessThan(history(now + 12_000))
  },
)

test.each([
  ['its state', { states: ['in_progress'] }, { states: ['awaiting_confirmation'] }],
  ['its agency', { agencyId: ROADS }, { agencyId: HEALTH }],
] as [string, Facets, Facets][])(
  'a list by %s has no row that says another one while a step can be taken back',
  (_, still, next) => {
    const returned: Step = [
      { name: 'return', text: 'Jalan ini wewenang dinas lain.', proposedAgencyId: HEALTH },
      someStaff('liaison', ROADS),
    ]
    const passed: Step = [aRouting({ leadAgencyId: HEALTH, release: aRelease() }), verifier]
    const { dossier, now } = next.states
      ? tell(released, taken, closing)
      : tell(released, returned, passed)
    const listed = (facets: Facets, at: number) =>
      publicRows([dossier], city, at, facets).map(({ state, agency }) => [state, agency?.name])
    expect(listed(next, now + 11_999)).toEqual([])
    expect(listed(next, now + 12_000)).toHaveLength(1)
    if (still.states) expect(listed(still, now + 11_999)).toHaveLength(1)
    expect(listed(still, now + 12_000)).toEqual([])
  },
)

test('what a step takes from the public is gone at once, not only when it stands', () => {
  const open = tell().dossier
  expect(publicSight(open, city, open.complaint.receivedAt)).toMatchObject({ kind: 'brief' })
  const { dossier, now } = tell([
    aRouting({ sensitive: 'child', release: aRelease({ release: false }) }),
    verifier,
  ])
  expect(publicSight(dossier, city, now)).toBe(null)
  expect(publicSight(dossier, city, now + 12_000)).toBe(null)
})

test('the number of a root that is taken from the public is gone at once for who joined it', () => {
  const returned: Step = [
    { name: 'return', text: 'Jalan ini wewenang dinas lain.', proposedAgencyId: HEALTH },
    someStaff('liaison', ROADS),
  ]
  const public_: Step = [aRouting({ release: aRelease() }), verifier]
  const numberOf = (...steps: Step[]) => {
    const { dossier, now } = tell(...steps)
    const root = { ...dossier, answers: [] }
    return [now, now + 12_000].map((at) => memberSight(root, city, at).reference)
  }
  expect(numberOf(public_, returned)).toEqual([expect.any(String), expect.any(String)])
  const hidden: Step = [
    aRouting({ sensitive: 'child', release: aRelease({ release: false }) }),
    verifier,
  ]
  expect(numberOf(public_, returned, hidden)).toEqual([null, null])
})

test('the report is where it is now, also after an answer and a dispute', () => {
  const roads = { holder: 'agency', agency: { name: 'nama-jalan' } }
  for (const steps of [
    [asked, answered],
    [closing, disputed],
  ] as Step[][]) {
    const { dossier, later } = tell(routed, taken, ...steps)
    const { custody } = reporterSight(dossier, city, later)
    expect(custody.now).toMatchObject(roads)
    expect(custody.before.map(({ holder }) => holder)).not.toContain('agency')
  }
  const { dossier, later } = tell(routed, taken, asked)
  expect(reporterSight(dossier, city, later).custody.now?.holder).toBe('reporter')
})

test('while the city administrator decides it is with them, not with the verifier', () => {
  const admin = someStaff('admin')
  const archived: Step = [{ name: 'archive', text: 'Laporan ini tidak memuat keluhan.' }, verifier]
  const objected: Step = [{ name: 'object', text: 'Lubangnya nyata, mohon dilihat.' }, reporter]
  const returned: Step = [
    { name: 'return', text: 'Jalan ini wewenang dinas lain.', proposedAgencyId: HEALTH },
    someStaff('liaison', ROADS),
  ]
  const refused: Step = [{ name: 'overrule', text: 'Keluhannya memang tidak ada.' }, admin]
  const holders = (...steps: Step[]) => {
    const { dossier, later } = tell(...steps)
    const { now, before } = reporterSight(dossier, city, later).custody
    const desk = heldBy(dossier.events, city, later).map(({ holder }) => holder)
    return [now?.holder, before.map(({ holder }) => holder), desk]
  }
  expect(holders(archived, objected)[0]).toBe('coordinator')
  expect(holders(archived, objected)[2]).toContain('coordinator')
  expect(holders(archived, objected, refused).slice(0, 2)).toEqual([
    undefined,
    ['verifier', 'coordinator'],
  ])
  expect(holders(routed, returned)[0]).toBe('verifier')
  const twice = [routed, returned, routed, returned] as const
  expect(holders(...twice)[0]).toBe('coordinator')
  expect(holders(...twice, [aRouting(), admin])[0]).toBe('agency')
})

test('what was said stands once on the page, and not in the history while its box asks', () => {
  const { dossier, later } = tell(routed, taken, asked, answered, closing)
  const sight = reporterSight(dossier, city, later)
  const said = reporterStory(t, sight).flatMap(({ words }) => words ?? [])
  expect(said).toEqual(['pesan-5;', 'pesan-4;'])
  expect(sight.closure).toMatchObject({ text: 'pesan-6;', reason: 'sebab-6;' })
  const after = tell(routed, taken, closing, disputed)
  const story = reporterStory(t, reporterSight(after.dossier, city, after.later))
  expect(story.flatMap(({ words }) => words ?? [])).toEqual(['pesan-5;', 'pesan-4;\n\nsebab-4;'])
})

test('words that wait for a verifier say so in the history', () => {
  const { complaint, decisions, now } = story({ anonymous: true }, routed, taken, asked, answered)
  const sight = reporterSight(dossierOf(complaint, decisions), city, now + HOUR)
  expect(reporterStory(t, sight)[0]).toMatchObject({
    words: 'pesan-5;',
    note: t.status.screening,
  })
})

test('an end of which nobody could be told is tanpa kabar, to its reporter and to everybody', () => {
  const silent = (heard: boolean): Step => [
    { name: 'close_by_silence', heard },
    timer,
    (heard ? 40 : 100) * DAY,
  ]
  const ended = (heard: boolean) => {
    const { complaint, decisions, now } = story({}, routed, taken, closing, silent(heard))
    return { dossier: dossierOf(complaint, decisions), later: now + HOUR }
  }
  const [told, untold] = [ended(true), ended(false)]
  const read = ({ dossier, later }: typeof told) => {
    const sight = publicSight(dossier, city, later)
    return sight?.kind === 'report' ? sight.history.map((step) => toAnyone(t, step).title) : []
  }
  expect(read(untold)[0]).toContain('tanpa kabar')
  expect(read(told)[0]).not.toContain('tanpa kabar')
  expect(read(told).join()).not.toContain('Anda')
  const own = reporterSight(untold.dossier, city, untold.later)
  expect(reporterStory(t, own)[0]?.title).toContain('tanpa kabar')
  // whoever was not told comes back whenever they do
  expect(own.reopenUntil).toBeNull()
  expect(reporterSight(told.dossier, city, told.later).reopenUntil).not.toBeNull()
})
