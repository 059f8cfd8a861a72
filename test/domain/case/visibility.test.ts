import { describe, expect, test } from 'vitest'
import type { Complaint } from '../../../src/domain/case/complaint.ts'
import { mayRead } from '../../../src/domain/case/parties.ts'
import {
  canSee,
  FIELDS,
  type Field,
  fieldOfFile,
  fieldOfMessage,
  isPublished,
  isRevealShown,
  type Viewer,
} from '../../../src/domain/case/visibility.ts'
import type { Staff } from '../../../src/domain/people/actor.ts'
import {
  aCity,
  aComplaint,
  DAY,
  HEALTH,
  INSPECTORATE,
  OPERATOR,
  ROADS,
  someStaff,
  wib,
} from '../../support/builders.ts'

const now = wib('2026-11-30')
const city = aCity()

/** Letters under which the table below names the fields. Every field is under one. */
const LETTERS: Record<string, Field[]> = {
  F: ['existence', 'state', 'receivedDay', 'clock', 'district'],
  R: [
    'category',
    'agency',
    'subdistrict',
    'releasedTitle',
    'releasedText',
    'releasedPhoto',
    'publicAnswer',
  ],
  P: ['exactPoint'],
  S: ['screenedText', 'screenedPhoto', 'dialogue', 'custody'],
  O: [
    'originalTitle',
    'originalText',
    'originalPhoto',
    'document',
    'fileName',
    'unscreenedMessage',
  ],
  N: ['internalNote'],
  I: ['name', 'contact'],
  L: ['revealLog'],
}

const working = { state: 'in_progress' as const }
const COMPLAINTS = {
  fresh: aComplaint(),
  released: aComplaint(working),
  'released with its point': aComplaint({
    ...working,
    release: { status: 'released', point: true },
  }),
  'release withdrawn': aComplaint({ ...working, release: { status: 'withdrawn', point: false } }),
  anonymous: aComplaint({ ...working, anonymous: true, supportingAgencyIds: [HEALTH] }),
  confidential: aComplaint({
    ...working,
    confidential: true,
    release: { status: 'none', point: false },
  }),
  'flagged by the word list': aComplaint({ sensitive: 'child' }),
  'suspected spam': aComplaint({ ...working, suspectedSpam: true }),
  supervisory: aComplaint({
    ...working,
    supervisory: true,
    confidential: true,
    anonymous: true,
    leadAgencyId: INSPECTORATE,
    aboutAgencyId: ROADS,
    release: { status: 'none', point: false },
  }),
  'about the operating agency': aComplaint({ ...working, leadAgencyId: OPERATOR }),
  'about Inspektorat': aComplaint({ ...working, leadAgencyId: INSPECTORATE }),
  'filed at the counter': aComplaint({
    ...working,
    hasKeyHolder: false,
    filedBy: 'liaison-4',
    release: { status: 'none', point: false },
  }),
} satisfies Record<string, Complaint>

const staff = (member: Staff, revealed = false): Viewer => ({
  kind: 'staff',
  staff: member,
  revealed,
})
const formerlyRoads = (role: 'verifier' | 'admin' | 'auditor') =>
  someStaff(role, null, {
    memberships: [
      { role, agencyId: null, since: 0, until: null },
      { role: 'officer', agencyId: ROADS, since: 0, until: now - 300 * DAY },
    ],
  })

const VIEWERS = {
  public: { kind: 'public' },
  key: { kind: 'key' },
  verifier: staff(someStaff('verifier')),
  'verifier who revealed': staff(someStaff('verifier'), true),
  'verifier lately of the roads agency': staff(formerlyRoads('verifier'), true),
  'roads liaison': staff(someStaff('liaison', ROADS), true),
  'roads officer': staff(someStaff('officer', ROADS)),
  'roads head': staff(someStaff('head', ROADS)),
  'health liaison': staff(someStaff('liaison', HEALTH)),
  admin: staff(someStaff('admin')),
  'admin who revealed': staff(someStaff('admin'), true),
  leader: staff(someStaff('leader'), true),
  inspectorate: staff(someStaff('inspectorate', INSPECTORATE)),
  'inspectorate who revealed': staff(someStaff('inspectorate', INSPECTORATE), true),
  auditor: staff(someStaff('auditor'), true),
  'auditor lately of the roads agency': staff(formerlyRoads('auditor'), true),
} satisfies Record<string, Viewer>

const KEY = 'FRPSOIL'

/** '-' is nothing at all, '*' what the key shows. Viewers in the order above. */
const EXPECTED: Record<keyof typeof COMPLAINTS, string> = {
  fresh:
    'F * FRPSONL FRPSONLI FRPSONLI F F F F FRPSONL FRPSONLI FRPSON FRPSONL FRPSONLI FRPSONL FRPSONL',
  released:
    'FR * FRPSONL FRPSONLI FRSN FRPSON FRPSON FRPSON FR FRPSONL FRPSONLI FRPSON FRPSONL FRPSONLI FRPSONL FRPSON',
  'released with its point':
    'FRP * FRPSONL FRPSONLI FRPSN FRPSON FRPSON FRPSON FRP FRPSONL FRPSONLI FRPSON FRPSONL FRPSONLI FRPSONL FRPSON',
  'release withdrawn':
    'F * FRPSONL FRPSONLI FRSN FRPSON FRPSON FRPSON F FRPSONL FRPSONLI FRPSON FRPSONL FRPSONLI FRPSONL FRPSON',
  anonymous:
    'FR * FRPSONL FRPSONLI FRSN FRSN FRSN FRSN FRSN FRSNL FRPSONLI FRSN FRSNL FRPSONLI FRSNL FRSN',
  confidential:
    '- * FRPSONL FRPSONLI FRSN FRPSON FRPSON FRPSON - FRPSONL FRPSONLI FRPSON FRPSONL FRPSONLI FRPSONL FRPSON',
  'flagged by the word list':
    '- * FRPSONL FRPSONLI FRPSONLI - - - - FRPSONL FRPSONLI FRPSON FRPSONL FRPSONLI FRPSONL FRPSONL',
  'suspected spam':
    'F * FRPSONL FRPSONLI FRSN FRPSON FRPSON FRPSON F FRPSONL FRPSONLI FRPSON FRPSONL FRPSONLI FRPSONL FRPSON',
  supervisory: '- * - - - - - - - - - FRSN FRPSONL FRPSONLI FRSNL FRSN',
  'about the operating agency':
    'FR * FRPSON FRPSON FRPSON FR FR FR FR FRPSON FRPSON FRPSON FRPSONL FRPSONLI FRPSONL FRPSONL',
  'about Inspektorat':
    'FR * FRPSON FRPSON FRPSON FR FR FR FR FRPSON FRPSON FRPSONLI FRPSON FRPSON FRPSONL FRPSONL',
  'filed at the counter':
    'F * FRPSONL FRPSONLI FRSN FRPSON FRPSON FRPSON FRPSO FRPSONL FRPSONLI FRPSON FRPSONL FRPSONLI FRPSONL FRPSON',
}

const seen = (viewer: Viewer, c: Complaint) =>
  FIELDS.filter((field) => canSee(viewer, field, c, now, city))
const named = (letters: string) => {
  const all = letters === '*' ? KEY : letters
  const fields = [...all].flatMap((letter) => LETTERS[letter] ?? [])
  return FIELDS.filter((field) => fields.includes(field))
}

test('the table names every field once, and every viewer for every complaint', () => {
  expect(Object.values(LETTERS).flat().toSorted()).toEqual([...FIELDS].toSorted())
  for (const row of Object.values(EXPECTED))
    expect(row.split(' ')).toHaveLength(Object.keys(VIEWERS).length)
})

describe.each(Object.keys(COMPLAINTS) as (keyof typeof COMPLAINTS)[])('a complaint %s', (kind) => {
  test.each(Object.entries(VIEWERS).map(([name, viewer], i) => [name, viewer, i] as const))(
    'shows the %s exactly what the table says',
    (_name, viewer, i) => {
      expect(seen(viewer, COMPLAINTS[kind])).toEqual(named(EXPECTED[kind].split(' ')[i] ?? '?'))
    },
  )
})

test('without the key a confidential number has not even an existence', () => {
  for (const kind of ['confidential', 'supervisory', 'flagged by the word list'] as const)
    expect(seen({ kind: 'public' }, COMPLAINTS[kind])).toEqual([])
})

test('the key of a joined report shows its root’s public answers and clock, not its words', () => {
  const root = COMPLAINTS.confidential
  expect(seen({ kind: 'member' }, root)).toEqual(['state', 'clock', 'agency', 'publicAnswer'])
  expect(seen({ kind: 'member' }, COMPLAINTS.released)).toEqual(named('FR'))
})

test('nobody on the desk sees name or contact without a reveal on record', () => {
  for (const c of Object.values(COMPLAINTS))
    for (const viewer of Object.values(VIEWERS))
      if (viewer.kind === 'staff' && !viewer.revealed)
        expect(seen(viewer, c).filter((field) => field === 'name' || field === 'contact')).toEqual(
          [],
        )
})

test('who left the agency complained about stays refused for twelve months', () => {
  const left = (days: number) =>
    staff(
      someStaff('verifier', null, {
        memberships: [
          { role: 'verifier', agencyId: null, since: 0, until: null },
          { role: 'liaison', agencyId: ROADS, since: 0, until: now - days * DAY },
        ],
      }),
      true,
    )
  expect(canSee(left(364), 'name', COMPLAINTS.anonymous, now, city)).toBe(false)
  expect(canSee(left(366), 'name', COMPLAINTS.anonymous, now, city)).toBe(true)
})

test('a role that ended yesterday opens nothing', () => {
  const gone = staff(someStaff('verifier', null, { until: now - DAY }), true)
  expect(seen(gone, COMPLAINTS.confidential)).toEqual([])
})

test('spam is never published, a reveal is shown after seven days', () => {
  expect(isPublished(COMPLAINTS['suspected spam'])).toBe(false)
  expect(isRevealShown(now - 7 * DAY + 1, now)).toBe(false)
  expect(isRevealShown(now - 7 * DAY, now)).toBe(true)
})

test('a supporting agency reads no supervisory case, also of one that was given to it before', () => {
  const c = { ...COMPLAINTS.supervisory, supportingAgencyIds: [HEALTH] }
  const helper = someStaff('liaison', HEALTH)
  expect(mayRead(helper, COMPLAINTS.anonymous, now)).toBe(true)
  expect(mayRead(helper, c, now)).toBe(false)
})

describe('a stored message or file', () => {
  test.each([
    ['staff', 'sent', 'internalNote'],
    ['public', 'draft', 'internalNote'],
    ['reporter', 'undone', 'internalNote'],
    ['reporter', 'screening', 'unscreenedMessage'],
    ['reporter', 'sent', 'dialogue'],
    ['public', 'sent', 'publicAnswer'],
  ])('of %s, %s, is %s', (audience, state, field) => {
    expect(fieldOfMessage({ audience, state })).toBe(field)
  })

  test.each([
    ['agency', 'image/png', 'dialogue'],
    ['reporter', 'image/png', 'originalPhoto'],
    ['reporter', 'application/pdf', 'document'],
  ])('of the %s, %s, is %s', (source, type, field) => {
    expect(fieldOfFile({ source, type })).toBe(field)
  })
})
