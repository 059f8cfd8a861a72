import { expect, test } from 'vitest'
import { NO_ADDITIONS } from '../../src/db/additions.ts'
import type { Command } from '../../src/domain/acts/acts.ts'
import type { FileCommand } from '../../src/domain/acts/file.ts'
import type { Actor } from '../../src/domain/people/actor.ts'
import { DAY, HOUR } from '../../src/domain/time/time.ts'
import { addedSince } from '../../src/sights/added.ts'
import { arrivedBy } from '../../src/sights/arrived.ts'
import { deskSight } from '../../src/sights/desk.ts'
import { memberSight } from '../../src/sights/member.ts'
import { oneTimeSight } from '../../src/sights/one-time.ts'
import { publicSight } from '../../src/sights/public.ts'
import { publicPhoto } from '../../src/sights/public-photos.ts'
import { reporterSight } from '../../src/sights/reporter.ts'
import { reporterFile } from '../../src/sights/reporter-files.ts'
import {
  aClosure,
  aRouting,
  liaison,
  officer,
  reporter,
  someStaff,
  verifier,
} from '../support/builders.ts'
import { aTown, dossierOf } from '../support/dossiers.ts'
import { story } from '../support/stories.ts'

type Step = [Exclude<Command, FileCommand>, Actor]

const city = aTown()
const beside = {
  names: new Map([[officer.id, 'Rina']]),
  similar: [],
  members: [],
  additions: NO_ADDITIONS,
}
const routed: Step = [aRouting(), verifier]
const taken: Step = [{ name: 'take_up' }, officer]
const asked: Step = [{ name: 'ask', text: 'Di sebelah mana lubangnya, Pak?' }, officer]
const answered: Step = [{ name: 'answer', text: 'Di depan pasar, sebelah kiri.' }, reporter]
const noted: Step = [{ name: 'note', text: 'Catatan yang hanya untuk petugas.' }, officer]
const replied: Step = [{ name: 'reply', text: 'Lubangnya kami tambal minggu ini.' }, officer]
const closing: Step = [aClosure(), officer]
const revealed: Step = [{ name: 'reveal', reason: 'Perlu ditanya langsung.' }, verifier]

const tell = (filing: Partial<FileCommand>, ...steps: Step[]) => {
  const { complaint, decisions, now } = story(filing, ...steps)
  return { dossier: dossierOf(complaint, decisions), now, later: now + HOUR }
}

test('one report, told to its reporter, to anyone and to the desk', () => {
  const { dossier, later } = tell({}, routed, taken, noted, replied)
  const steps = (history: readonly { what: string }[]) => history.map(({ what }) => what)
  expect(steps(reporterSight(dossier, city, later).history)).toEqual([
    'reply',
    'take_up',
    'route',
    'file',
  ])
  const sight = publicSight(dossier, city, later)
  if (sight?.kind !== 'report') throw new Error('it is not public')
  expect(steps(sight.history)).toEqual(['take_up', 'route', 'file'])
  expect(sight.answers.map(({ words }) => words)).toEqual(['pesan-5;'])
  const desk = deskSight(dossier, officer, city, later, beside)
  expect(steps(desk.history)).toEqual(['reply', 'note', 'take_up', 'route', 'file'])
  expect(desk.history[1]).toMatchObject({ by: { kind: 'staff', name: 'Rina' } })
  expect(desk.history[1]?.note).toMatchObject({ text: 'pesan-4;' })
})

test('before it is released anyone learns of state, day, clock and district alone', () => {
  const { dossier, later } = tell({})
  expect(publicSight(dossier, city, later)).toMatchObject({
    kind: 'brief',
    reference: 'DMI-7K4Q-2M9X',
    state: 'received',
    received: '2026-11-24',
    district: 'kecamatan-6',
  })
  expect(publicPhoto(dossier, city, later, 'foto-umum')).toBeUndefined()
})

test('a photo is open to anyone once it is public, and to its reporter always', () => {
  const { dossier, later } = tell({}, routed)
  expect(publicPhoto(dossier, city, later, 'foto-umum')?.id).toBe('foto-umum')
  expect(publicPhoto(dossier, city, later, 'foto-asli')).toBeUndefined()
  expect(reporterFile(dossier, city, later, 'foto-asli')?.id).toBe('foto-asli')
})

test('a confidential number has no existence, and one that was withdrawn is gone', () => {
  const { dossier, later } = tell({ confidential: true })
  expect(publicSight(dossier, city, later)).toBeNull()
  const out = tell({}, routed, [
    { name: 'unrelease', text: 'Ada nama orang di teksnya.' },
    verifier,
  ])
  expect(publicSight(out.dossier, city, out.later)).toEqual({ kind: 'gone' })
})

test('an answer is not there for others before its seconds of undo are over', () => {
  const { dossier, now } = tell({}, routed, taken, replied)
  const told = (at: number) => [
    reporterSight(dossier, city, at).dialogue.length,
    addedSince(dossier, city, at).filter(({ what }) => what === 'answer').length,
  ]
  expect(told(now + 11_999)).toEqual([0, 0])
  expect(told(now + 12_000)).toEqual([1, 1])
  expect(arrivedBy(dossier, city, now).messages).toBe(0)
  expect(arrivedBy(dossier, city, now + 12_000).messages).toBe(1)
})

test('an open question and a closing stand in the sight while they wait for a word', () => {
  const question = tell({}, routed, taken, asked)
  expect(reporterSight(question.dossier, city, question.later).question).toMatchObject({
    by: { kind: 'agency', agency: { name: 'nama-jalan' } },
    text: 'pesan-4;',
  })
  const done = tell({}, routed, taken, closing)
  expect(reporterSight(done.dossier, city, done.later).closure).toMatchObject({
    text: 'pesan-4;',
    reason: 'sebab-4;',
  })
})

test('a link in a letter shows nothing of a secret report', () => {
  const [open, secret] = [{}, { confidential: true }].map((filing) => {
    const { dossier, later } = tell(filing, [asked[0], verifier])
    return oneTimeSight(dossier, city, later)
  })
  expect(open).toMatchObject({ secret: false, question: { text: 'pesan-2;' } })
  expect(secret).toMatchObject({ secret: true, question: null, closure: null })
})

test('who opened the identity is told after seven days, and why', () => {
  const { dossier, now } = tell({}, routed, revealed)
  const reveals = (at: number) => reporterSight(dossier, city, at).reveals
  expect(reveals(now + 7 * DAY - 1)).toEqual([])
  expect(reveals(now + 7 * DAY)).toEqual([{ at: now, reason: 'pesan-3;' }])
})

test('of an anonymous report the agency reads the screened words, the verifier the reporter’s', () => {
  const { dossier, later } = tell({ anonymous: true }, routed, taken, asked, answered)
  const toOfficer = deskSight(dossier, officer, city, later, beside)
  expect(toOfficer.words).toEqual({ kind: 'screened', text: 'isi-saring' })
  expect(toOfficer.dialogue.map(({ words }) => words.kind)).toEqual(['words', 'hidden'])
  expect(toOfficer.files.map(({ id }) => id)).toEqual(['foto-opd', 'foto-umum', 'foto-bukti'])
  expect(toOfficer.hiddenFiles).toBe(2)
  const toVerifier = deskSight(dossier, someStaff('verifier'), city, later, beside)
  expect(toVerifier.words).toMatchObject({ kind: 'original', text: 'isi-asli' })
  expect(toVerifier.dialogue.map(({ words }) => words.kind)).toEqual(['words', 'words'])
  expect(toVerifier.hiddenFiles).toBe(0)
})

test('an anonymous report keeps its released title also before who opened its identity', () => {
  const { dossier, later } = tell({ anonymous: true }, routed, revealed)
  const title = (staff: typeof verifier) => deskSight(dossier, staff, city, later, beside).title
  expect(title(verifier)).toEqual({ kind: 'text', text: 'judul-asli' })
  expect(title(liaison)).toEqual({ kind: 'text', text: 'judul-rilis' })
})

test('who joined a root follows its clock and agency, and reads its public answers', () => {
  const root = tell({ id: 77, reference: 'DMI-0000-0000' }, routed, taken, replied)
  const answers = root.dossier.messages.filter((m) => m.audience === 'public')
  const joined = dossierOf(tell({}).dossier.complaint, [], {
    root: { ...root.dossier, answers },
  })
  const sight = reporterSight(joined, city, root.later)
  expect(sight.state).toBe('received')
  expect(sight.agency?.shortName).toBe('singkat-jalan')
  expect(sight.root).toMatchObject({ reference: 'DMI-0000-0000', state: 'in_progress' })
  expect(sight.clock).toEqual(sight.root?.followed?.clock)
  expect(sight.dialogue).toMatchObject([{ words: 'pesan-4;', ofRoot: true }])
})

test('the number of a root that is not public is kept from who joined it', () => {
  const { dossier, later } = tell({ confidential: true })
  const sight = memberSight({ ...dossier, answers: [] }, city, later)
  expect(sight).toMatchObject({ reference: null, state: 'received' })
})
