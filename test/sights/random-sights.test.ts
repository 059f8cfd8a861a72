import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { NO_ADDITIONS } from '../../src/db/additions.ts'
import type { Dossier } from '../../src/db/dossier.ts'
import type { QueueRow } from '../../src/db/queue-rows.ts'
import { mayRead } from '../../src/domain/case/parties.ts'
import { canSee, type Field, type Viewer } from '../../src/domain/case/visibility.ts'
import { rulesOf } from '../../src/domain/city/city.ts'
import type { Staff } from '../../src/domain/people/actor.ts'
import { DAY, type Instant } from '../../src/domain/time/time.ts'
import { addedSince } from '../../src/sights/added.ts'
import { deskSight } from '../../src/sights/desk.ts'
import { deskRows } from '../../src/sights/desk-rows.ts'
import { copiesToEdit, toScreen } from '../../src/sights/drafts.ts'
import { letterSight } from '../../src/sights/letter.ts'
import { memberSight } from '../../src/sights/member.ts'
import { publicSight } from '../../src/sights/public.ts'
import { publicRows } from '../../src/sights/public-rows.ts'
import { reporterSight } from '../../src/sights/reporter.ts'
import { aTown, dossierOf, FILES } from '../support/dossiers.ts'
import { live, people, someFiling, someStep } from '../support/random-life.ts'
import { runs } from '../support/rounds.ts'
import { leaksIn, marksOf } from '../support/secrets-of.ts'

const city = aTown()
const rules = rulesOf(city)

/** Looks at random dossiers, at the end of their life and a while after it. */
const atEach = (look: (d: Dossier, now: Instant) => void): void => {
  const steps = fc.array(someStep, { minLength: 5, maxLength: 30 })
  const property = fc.property(someFiling, steps, (filing, taken) => {
    const { final, decisions, now } = live(filing, taken, () => {})
    const dossier = dossierOf(final, decisions)
    for (const at of [now, now + DAY, now + 8 * DAY]) look(dossier, at)
  })
  void fc.assert(property, { numRuns: runs(150) })
}

const eye =
  (viewer: Viewer, { complaint }: Dossier, now: Instant) =>
  (field: Field) =>
    canSee(viewer, field, complaint, now, rules)

const staffOf = (d: Dossier): Staff[] => {
  const staff = people.filter((one) => one.kind === 'staff')
  const revealers = d.reveals.map(({ staffId }) => staffId)
  return staff.toSorted(
    (a, b) => Number(revealers.includes(b.id)) - Number(revealers.includes(a.id)),
  )
}

const agencies = city.agencies.flatMap((a): [Field, string][] => [
  ['agency', a.name],
  ['agency', a.shortName],
])
const places: [Field, string][] = [
  ['category', 'kategori-'],
  ['subdistrict', 'kelurahan-'],
  ['district', 'kecamatan-'],
  ['releasedTitle', 'judul-rilis'],
  ['releasedText', 'isi-rilis'],
]

test('nothing that the public may not see is in what it is shown', () => {
  atEach((d, now) => {
    const sees = eye({ kind: 'public' }, d, now)
    const files = FILES.map((a): [Field, string] => [
      a.isPublic ? 'releasedPhoto' : 'document',
      a.id,
    ])
    const marks = [...marksOf(d), ...agencies, ...places].filter(([f]) => f !== 'screenedPhoto')
    const sight = publicSight(d, city, now)
    const rows = publicRows([d], city, now)
    expect(leaksIn([sight, rows], [...marks, ...files], sees)).toEqual([])
    if (!sees('existence')) expect(sight).toBeNull()
    if (sight?.kind === 'report') expect(sees('releasedText')).toBe(true)
  })
})

test('an answer reaches nobody before its time', () => {
  atEach((d, now) => {
    const later = d.messages.filter((m) => m.visibleFrom > now).map((m) => `pesan-${m.seq};`)
    const said = JSON.stringify([publicSight(d, city, now), reporterSight(d, city, now)])
    expect(later.filter((mark) => said.includes(mark))).toEqual([])
  })
})

test('the reporter sees all but what the desk writes for itself', () => {
  atEach((d, now) => {
    const sees = eye({ kind: 'key' }, d, now)
    const shown = [reporterSight(d, city, now), addedSince(d, city, now)]
    const reveals = d.reveals.filter(({ at }) => now - at >= 7 * DAY).map(({ seq }) => seq)
    const marks = marksOf(d).filter(([, mark]) => !reveals.some((seq) => mark === `pesan-${seq};`))
    expect(leaksIn(shown, marks, sees)).toEqual([])
  })
})

test('who joined a root sees its public answers, and not a word of its reporter', () => {
  atEach((d, now) => {
    const answers = d.messages.filter((m) => m.audience === 'public' && m.state === 'sent')
    const sight = memberSight({ ...d, answers }, city, now)
    expect(leaksIn(sight, marksOf(d), eye({ kind: 'member' }, d, now))).toEqual([])
  })
})

const rowOf = (d: Dossier): QueueRow => ({
  id: d.complaint.id,
  seen: d.complaint,
  reference: d.complaint.reference,
  title: d.row.title,
  releasedTitle: d.row.releasedTitle,
  categoryId: d.complaint.categoryId,
  state: d.complaint.state,
  priority: d.complaint.priority,
  clusterSize: d.complaint.clusterSize,
  disputes: d.complaint.disputes,
  bucket: 'work',
  rankDay: '2026-11-30',
  dueDay: '2026-11-30',
})

const beside = {
  names: new Map<string, string>(),
  similar: [],
  members: [],
  additions: NO_ADDITIONS,
}

test('nothing that one of the staff may not see is in a case, a list or a draft of theirs', () => {
  atEach((d, now) => {
    for (const staff of staffOf(d)) {
      const rows = deskRows([rowOf(d)], staff, city, now)
      if (!mayRead(staff, d.complaint, now)) {
        expect(rows).toEqual([])
        continue
      }
      const revealed = d.reveals.some(({ staffId }) => staffId === staff.id)
      const sees = eye({ kind: 'staff', staff, revealed }, d, now)
      const shown = [
        rows,
        deskSight(d, staff, city, now, beside),
        copiesToEdit(d, staff, city, now),
        toScreen(d, staff, city, now).map(({ seq }) => `pesan-${seq};`),
      ]
      expect(leaksIn(shown, marksOf(d), sees)).toEqual([])
    }
  })
})

test('a letter about a secret report names no agency', () => {
  atEach(({ complaint }) => {
    const { agency } = letterSight(complaint, city, { agencyId: null, clock: null })
    const secret = complaint.confidential || complaint.supervisory || complaint.sensitive !== null
    if (secret || complaint.leadAgencyId === null) expect(agency).toBeNull()
    else expect(agency).not.toBeNull()
  })
})

test('of an erased report nobody sees a word or a file', () => {
  atEach((d, now) => {
    if (!d.complaint.erased) return
    const staff = staffOf(d).filter((one) => mayRead(one, d.complaint, now))
    const shown = [
      publicSight(d, city, now),
      reporterSight(d, city, now),
      ...staff.map((one) => deskSight(d, one, city, now, beside)),
    ]
    expect(leaksIn(shown, marksOf(d), () => false)).toEqual([])
  })
})
