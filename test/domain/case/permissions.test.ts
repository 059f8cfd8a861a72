import { describe, expect, test } from 'vitest'
import { COMMAND_NAMES, type CommandName } from '../../../src/domain/acts/acts.ts'
import type { Complaint } from '../../../src/domain/case/complaint.ts'
import { permitted } from '../../../src/domain/case/decide.ts'
import { isParty, mayRead } from '../../../src/domain/case/parties.ts'
import { mayReveal } from '../../../src/domain/case/reveal.ts'
import type { Actor } from '../../../src/domain/people/actor.ts'
import {
  aCity,
  aComplaint,
  aContext,
  DAY,
  HEALTH,
  INSPECTORATE,
  OPERATOR,
  ROADS,
  reporter,
  someStaff,
  timer,
  wib,
} from '../../support/builders.ts'

const now = wib('2026-11-30')

const PEOPLE = {
  reporter,
  timer,
  verifier: someStaff('verifier'),
  admin: someStaff('admin'),
  liaison: someStaff('liaison', ROADS),
  officer: someStaff('officer', ROADS),
  'other officer': someStaff('officer', ROADS, { id: 'officer-x' }),
  head: someStaff('head', ROADS),
  'other liaison': someStaff('liaison', HEALTH),
  supporting: someStaff('officer', 5),
  leader: someStaff('leader'),
  inspectorate: someStaff('inspectorate', INSPECTORATE),
  auditor: someStaff('auditor'),
} satisfies Record<string, Actor>
type Person = keyof typeof PEOPLE

const may = (actor: Actor, c: Complaint): CommandName[] =>
  COMMAND_NAMES.filter((name) => permitted(c, name, aContext({ actor, now })) === null)

const ALWAYS: CommandName[] = ['hear', 'unrelease', 'screen', 'mask']
const handling: CommandName[] = ['ask', 'assign', 'note', 'set_priority', 'attach']

/** What each may command in a state (docs/rules.md, Commands); `undo` is everybody's of the staff. */
const TABLE: [string, Complaint, Partial<Record<Person, CommandName[]>>][] = [
  [
    'Diterima',
    aComplaint(),
    {
      reporter: ['withdraw', 'add_words', 'attach', 'part', 'hear', 'correct', 'renew_key'],
      timer: ['part', 'escalate', 'recompute', 'seal_key', 'reindex'],
      verifier: [
        'route',
        'ask',
        'refer',
        'archive',
        'change_class',
        'merge',
        'join',
        'part',
        'attach',
        'reveal',
        ...ALWAYS,
      ],
      admin: ['reveal'],
      leader: ['remind'],
      inspectorate: ['reveal', 'remind'],
    },
  ],
  [
    'Diteruskan',
    aComplaint({ state: 'routed', supportingAgencyIds: [5] }),
    {
      reporter: ['withdraw', 'add_words', 'attach', 'part', 'hear', 'correct', 'renew_key'],
      timer: ['unassign', 'part', 'escalate', 'recompute', 'seal_key', 'reindex'],
      verifier: [
        'ask',
        'change_class',
        'merge',
        'join',
        'part',
        'attach',
        'release',
        'reveal',
        ...ALWAYS,
      ],
      admin: ['reveal'],
      liaison: [...handling, 'return', 'take_up', 'merge', 'join', 'part'],
      officer: [...handling, 'take_up'],
      'other officer': [...handling, 'take_up'],
      head: ['note', 'attach'],
      supporting: ['note'],
      leader: ['remind', 'ask_explanation'],
      inspectorate: ['reveal', 'remind', 'ask_explanation'],
    },
  ],
  [
    'Ditindaklanjuti',
    aComplaint({ state: 'in_progress', supportingAgencyIds: [5] }),
    {
      reporter: ['withdraw', 'add_words', 'attach', 'part', 'hear', 'correct', 'renew_key'],
      timer: ['unassign', 'part', 'escalate', 'recompute', 'seal_key', 'reindex'],
      verifier: [
        'ask',
        'change_class',
        'merge',
        'join',
        'part',
        'attach',
        'release',
        'reveal',
        ...ALWAYS,
      ],
      admin: ['reveal'],
      liaison: [
        ...handling,
        'return',
        'promise_date',
        'reply',
        'propose_closure',
        'merge',
        'join',
        'part',
      ],
      officer: [...handling, 'promise_date', 'reply', 'propose_closure'],
      'other officer': [],
      head: ['note', 'attach', 'reply', 'propose_closure'],
      supporting: ['note'],
      leader: ['remind', 'ask_explanation'],
      inspectorate: ['reveal', 'remind', 'ask_explanation'],
    },
  ],
  [
    'Menunggu konfirmasi',
    aComplaint({ state: 'awaiting_confirmation' }),
    {
      reporter: [
        'confirm',
        'dispute',
        'withdraw',
        'add_words',
        'attach',
        'part',
        'hear',
        'correct',
        'renew_key',
      ],
      timer: ['unassign', 'close_by_silence', 'part', 'recompute', 'seal_key', 'reindex'],
      verifier: ['change_class', 'merge', 'join', 'part', 'attach', 'release', 'reveal', ...ALWAYS],
      admin: ['reveal'],
      liaison: ['merge', 'join', 'part', 'attach'],
      officer: ['attach'],
      head: ['attach'],
      leader: ['ask_explanation'],
      inspectorate: ['reveal', 'ask_explanation'],
    },
  ],
  [
    'Selesai',
    aComplaint({ state: 'closed' }),
    {
      reporter: ['reopen', 'rate', 'part', 'hear', 'correct', 'renew_key', 'erase'],
      timer: ['part', 'seal_key', 'reindex', 'erase'],
      verifier: ['reopen', 'part', 'release', 'reveal', ...ALWAYS],
      admin: ['reveal'],
      liaison: ['part'],
      leader: ['ask_explanation'],
      inspectorate: ['reveal', 'ask_explanation'],
    },
  ],
  [
    'Diarsipkan',
    aComplaint({ state: 'archived' }),
    {
      reporter: ['object', 'part', 'hear', 'correct', 'renew_key', 'erase'],
      timer: ['part', 'seal_key', 'reindex', 'erase'],
      verifier: ['unarchive', 'part', 'reveal', ...ALWAYS],
      admin: ['reveal'],
      inspectorate: ['reveal'],
    },
  ],
]

describe.each(TABLE)('in %s', (_state, c, expected) => {
  test.each(Object.keys(PEOPLE) as Person[])('%s may command exactly this', (person) => {
    const actor = PEOPLE[person]
    const undo: CommandName[] = actor.kind === 'staff' ? ['undo'] : []
    expect(may(actor, c).toSorted()).toEqual([...(expected[person] ?? []), ...undo].toSorted())
  })
})

describe('a draft', () => {
  const working = aComplaint({ state: 'in_progress' })
  const waits = (kind: 'reply' | 'closure') => ({
    ...working,
    draft: { seq: working.version, kind, by: 'staff:officer-3' },
  })

  test.each([
    ['reply', 'approve_reply'],
    ['closure', 'approve_closure'],
  ] as const)(
    'of a %s is the head’s to let out or send back, its author’s to withdraw',
    (kind, name) => {
      const more = (person: Person) =>
        may(PEOPLE[person], waits(kind)).filter(
          (one) => !may(PEOPLE[person], working).includes(one),
        )
      expect(more('head').toSorted()).toEqual([name, 'send_back'].toSorted())
      for (const person of ['liaison', 'officer'] as const)
        expect(more(person)).toEqual(['withdraw_draft'])
      for (const person of ['other officer', 'supporting', 'leader', 'verifier', 'admin'] as const)
        expect(more(person)).toEqual([])
    },
  )
})

describe('a supervisory case', () => {
  const c = {
    ...aComplaint({ state: 'in_progress' }),
    supervisory: true,
    confidential: true,
    leadAgencyId: INSPECTORATE,
    aboutAgencyId: ROADS,
    officerId: null,
  }

  test('is handled by Inspektorat, and by nobody of the agency it is about', () => {
    expect(may(PEOPLE.inspectorate, c)).toEqual(
      expect.arrayContaining(['ask', 'reply', 'propose_closure', 'return']),
    )
    for (const person of ['liaison', 'officer', 'head', 'verifier', 'admin', 'leader'] as const)
      expect([person, may(PEOPLE[person], c)]).toEqual([person, ['undo']])
  })

  test('is read by Inspektorat, leader and auditor; by the verifier only until it is routed', () => {
    const readers = (of: Complaint) =>
      Object.entries(PEOPLE).flatMap(([name, p]) =>
        p.kind === 'staff' && mayRead(p, of, now) ? [name] : [],
      )
    expect(readers(c)).toEqual(['leader', 'inspectorate', 'auditor'])
    expect(readers({ ...c, leadAgencyId: null })).toEqual([
      'verifier',
      'leader',
      'inspectorate',
      'auditor',
    ])
  })

  test('returned twice, it is read by the administrator, too, who alone may route it', () => {
    const waiting = { ...c, state: 'received' as const, leadAgencyId: null, returns: 2 }
    expect(mayRead(PEOPLE.admin, waiting, now)).toBe(true)
    expect(may(PEOPLE.admin, waiting)).toContain('route')
    expect(mayRead(PEOPLE.admin, { ...waiting, returns: 1 }, now)).toBe(false)
    expect(mayRead(PEOPLE.admin, { ...waiting, leadAgencyId: INSPECTORATE }, now)).toBe(false)
  })

  test('is not there for a verifier or administrator whom it accuses, wherever it lies', () => {
    const lately = (role: 'verifier' | 'admin') =>
      someStaff(role, null, {
        memberships: [
          { role, agencyId: null, since: 0, until: null },
          { role: 'officer', agencyId: ROADS, since: 0, until: now - 30 * DAY },
        ],
      })
    const waiting = { ...c, state: 'received' as const, leadAgencyId: null, returns: 2 }
    const named = { ...waiting, aboutAgencyId: null }
    for (const of of [
      waiting,
      { ...named, proposedAgencyId: ROADS },
      { ...named, formerAgencyIds: [ROADS] },
      { ...waiting, returns: 0, objection: 'open' as const },
    ])
      for (const role of ['verifier', 'admin'] as const) {
        expect([role, mayRead(lately(role), of, now)]).toEqual([role, false])
        expect([role, mayRead(PEOPLE[role], of, now)]).toEqual([role, true])
      }
    // of what is no secret they still see that it is there
    expect(mayRead(lately('verifier'), { ...waiting, supervisory: false }, now)).toBe(true)
  })
})

describe('who filed for somebody without a key', () => {
  const counter = { ...aComplaint({ state: 'awaiting_confirmation' }), hasKeyHolder: false }

  test('answers for them, and nobody else of the staff does', () => {
    const filed = { ...counter, filedBy: PEOPLE['other liaison'].id }
    expect(may(PEOPLE['other liaison'], filed)).toEqual(
      expect.arrayContaining(['confirm', 'dispute']),
    )
    expect(may(PEOPLE.liaison, filed)).not.toContain('confirm')
  })

  test('passes no judgement on the own agency: answers and disputes, but silence closes', () => {
    const closed = { ...aComplaint({ state: 'closed' }), hasKeyHolder: false }
    const left = someStaff('officer', ROADS, { since: 0, until: wib('2026-10-01') })
    for (const person of [PEOPLE.liaison, PEOPLE.head, left]) {
      const filed = { ...counter, filedBy: person.id }
      expect(may(person, filed)).toContain('dispute')
      expect(may(person, filed)).not.toContain('confirm')
      expect(may(person, filed)).not.toContain('withdraw')
      expect(may(person, { ...closed, filedBy: person.id })).not.toContain('rate')
      expect(may(person, { ...closed, filedBy: person.id })).toContain('reopen')
    }
  })

  test('does not answer once there is a key holder', () => {
    const filed = { ...counter, hasKeyHolder: true, filedBy: PEOPLE['other liaison'].id }
    expect(may(PEOPLE['other liaison'], filed)).toEqual(['undo'])
  })
})

describe('who may reveal the reporter', () => {
  const about = (agency: number, over: Partial<Complaint> = {}) => ({
    ...aComplaint({ state: 'in_progress' }),
    leadAgencyId: agency,
    ...over,
  })
  const revealers = (c: Complaint) =>
    Object.entries(PEOPLE).flatMap(([name, p]) =>
      p.kind === 'staff' && mayReveal(p, c, now, aCity()) ? [name] : [],
    )

  test.each<[string, Complaint, string[]]>([
    ['any agency', about(ROADS), ['verifier', 'admin', 'inspectorate']],
    ['the operating agency', about(OPERATOR), ['inspectorate']],
    ['Inspektorat', about(INSPECTORATE), ['leader']],
    [
      'a person, handled by Inspektorat',
      about(INSPECTORATE, { supervisory: true, aboutAgencyId: ROADS }),
      ['inspectorate'],
    ],
    [
      'Inspektorat’s own staff',
      about(INSPECTORATE, { supervisory: true, aboutAgencyId: INSPECTORATE }),
      ['leader'],
    ],
    [
      'nobody: a request under the own name, for who handles it',
      about(ROADS, { class: 'information', officerId: 'officer-3' }),
      ['verifier', 'admin', 'liaison', 'officer', 'inspectorate'],
    ],
    [
      'nobody, but asked anonymously',
      about(ROADS, { class: 'information', anonymous: true }),
      ['verifier', 'admin', 'inspectorate'],
    ],
  ])('about %s', (_name, c, expected) => {
    expect(revealers(c)).toEqual(expected)
  })

  test('whoever belongs to an agency that is lead, supporting, proposed or complained about is refused', () => {
    const member = someStaff('admin', HEALTH)
    const c = about(ROADS)
    expect(mayReveal(member, c, now, aCity())).toBe(true)
    for (const over of [
      { leadAgencyId: HEALTH },
      { supportingAgencyIds: [HEALTH] },
      { proposedAgencyId: HEALTH },
      { aboutAgencyId: HEALTH },
    ])
      expect(mayReveal(member, { ...c, ...over }, now, aCity())).toBe(false)
  })
})

test('the reporter and the timer are only ever themselves', () => {
  const c = aComplaint()
  for (const party of ['verifier', 'coordinator', 'revealer', 'same_person', 'overseer'] as const) {
    expect(isParty(party, reporter, c, now, aCity())).toBe(false)
    expect(isParty(party, timer, c, now, aCity())).toBe(false)
  }
  expect(isParty('timer', reporter, c, now, aCity())).toBe(false)
})
