import { describe, expect, test } from 'vitest'
import { actOf, COMMAND_NAMES } from '../../src/domain/acts/acts.ts'
import { events } from '../../src/words/id/events.ts'
import { letter, type NoticeFacts } from '../../src/words/id/notice.ts'
import { fieldRefusals, refusals } from '../../src/words/id/refusals.ts'
import { reporterNotices } from '../../src/words/id/reporter-notices.ts'
import { staffNotices } from '../../src/words/id/staff-notices.ts'
import { t } from '../support/words.ts'
import { allWords } from './all-words.ts'

const LONGEST_SENTENCE = 15

/** Words to avoid in the interface (docs/rules.md, Words). */
const AVOID =
  /\b(komplain|tiket|user|SKPD|password|struk|reject|pending|log ?in|upload|download|link|deadline|makro|rating)\b/i

function textsOf(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') return textsOf(called(value as Call, path), path)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`))
}

type Call = (...args: unknown[]) => unknown

const FACTS: NoticeFacts = {
  city: 'Kota',
  reference: 'NOMOR',
  link: 'https://lapor.example/b/NOMOR',
  agency: 'Dinas',
  due: 'Jumat',
  count: '3',
  lines: ['satu', 'dua'],
  role: 'petugas',
  validFor: '7 hari',
}

function called(f: Call, path: string): unknown {
  if (/^(reporterNotices|staffNotices)\./.test(path)) return f(FACTS)
  if (path.startsWith('events.')) return f({ agency: 'Dinas', reference: 'NOMOR', actor: 'Rina' })
  return f('X', 'X')
}

/** Every text of the copy with the path that leads to it; functions get stand-ins. */
const texts = allWords.flatMap(({ name, words }) => textsOf(words, name))

describe('every text', () => {
  test('keeps to short sentences', () => {
    const long = texts.filter(([, text]) => {
      const sentences = text.split(/[.?!:](?:\s|$)|\n+/)
      const longest = Math.max(...sentences.map((s) => s.trim().split(/\s+/).length))
      return longest > LONGEST_SENTENCE
    })
    expect(long).toEqual([])
  })

  test('keeps to plain words', () => {
    const read = texts.filter(([path]) => !/\.(value|sign|tone)$/.test(path))
    expect(read.filter(([, text]) => AVOID.test(text))).toEqual([])
  })

  test('is looked at', () => {
    expect(texts.length).toBeGreaterThan(1000)
  })

  test('names no city', () => {
    expect(texts.filter(([, text]) => /dumai|riau/i.test(text))).toEqual([])
  })
})

describe('words follow the domain', () => {
  test('every command has its event text, and no other', () => {
    expect(Object.keys(events).sort()).toEqual([...COMMAND_NAMES].sort())
  })

  test('every letter that an act declares is written for each it is sent to', () => {
    const declared = COMMAND_NAMES.flatMap((name) => Object.entries(actOf(name).letters))
    const toReporter = declared.flatMap(([to, names]) => (to === 'reporter' ? names : []))
    const toStaff = declared.flatMap(([to, names]) => (to === 'reporter' ? [] : names))
    expect(toReporter.length).toBeGreaterThan(10)
    expect(toReporter.filter((name) => !(name in reporterNotices))).toEqual([])
    expect(toStaff.filter((name) => !(name in staffNotices))).toEqual([])
    const sent = new Set<string>([...toReporter, ...toStaff])
    const others = [...Object.keys(reporterNotices), ...Object.keys(staffNotices)]
    expect([...new Set(others.filter((name) => !sent.has(name)))].sort()).toEqual(BY_JOBS)
  })

  test('every refusal says what to do, in more than one sentence', () => {
    const bare = Object.values(refusals).filter((text) => text.split('. ').length < 2)
    expect(bare).toEqual([])
  })

  test('a field gets its own words where it has them', () => {
    expect(t.refusalText({ refused: 'text_too_short', field: 'isi' })).toBe(
      fieldRefusals['isi:text_too_short'],
    )
    expect(t.refusalText({ refused: 'text_too_short', field: 'patokan' })).toBe(
      refusals.text_too_short,
    )
  })
})

/** Letters that jobs and accounts send, which no command names. */
const BY_JOBS = [
  'completion_reminder',
  'due_tomorrow',
  'invitation',
  'password_reset',
  'reveal_notice',
  'silence_reminder',
  'unverified_digest',
]

describe('every letter', () => {
  const all = Object.entries({ ...reporterNotices, ...staffNotices })
  const faultsOf = (faults: (text: (typeof all)[number][1]) => unknown[]) =>
    all.flatMap(([name, text]) => faults(text).map((fault) => [name, fault]))

  test('carries its link, a subject of one line and no gaps', () => {
    const faulty = faultsOf((text) => {
      const { subject, body } = letter(text(FACTS), FACTS)
      const subjectHolds = subject.length <= 78 && !/\n|undefined/.test(subject)
      const bodyHolds = body.includes(FACTS.link) && !/\n{3}|undefined|false/.test(body)
      return [...(subjectHolds ? [] : [subject]), ...(bodyHolds ? [] : [body])]
    })
    expect(faulty).toEqual([])
  })

  test('can be written with nothing but number and link', () => {
    const { city, reference, link } = FACTS
    const faulty = faultsOf((text) => {
      const { body } = letter(text({ city, reference, link }), { city, reference, link })
      return /\n{3}|undefined|false|> /.test(body) ? [body] : []
    })
    expect(faulty).toEqual([])
  })
})
