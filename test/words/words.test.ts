import { describe, expect, test } from 'vitest'
import { actOf, COMMAND_NAMES } from '../../src/domain/acts/acts.ts'
import { events } from '../../src/words/id/events.ts'
import { letter, type NoticeFacts } from '../../src/words/id/notice.ts'
import { fieldRefusals, refusals } from '../../src/words/id/refusals.ts'
import { reporterNotices } from '../../src/words/id/reporter-notices.ts'
import { staffNotices } from '../../src/words/id/staff-notices.ts'
import { type Language, SOURCE } from '../../src/words/language.ts'
import { wordsFor } from '../../src/words/words.ts'
import { t } from '../support/words.ts'
import { collectionsOf, languages, textsOf } from './all-words.ts'

const isStaff = (to: string) => to !== 'reporter' && to !== 'members'

const LONGEST_SENTENCE = 15

/** Words to avoid in the interface (docs/rules.md, Words), by language. */
const AVOID: Record<Language, RegExp> = {
  id: /\b(komplain|tiket|user|SKPD|password|struk|reject|pending|log ?in|upload|download|link|deadline|makro|rating)\b/i,
  en: /\b(complainant|ticket|users?|submit\w*|invalid|illegal|reject\w*|pending|log ?in|credentials?|deadline|rating|fail\w*|terminat\w*|escalat\w*|utili[sz]e|via|prior to|kindly|herewith|stakeholders?)\b/i,
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
  if (/^(reporterNotices|staffNotices|inquiries\.letters)\./.test(path)) return f(FACTS)
  if (path.startsWith('events.')) return f({ agency: 'Dinas', reference: 'NOMOR', actor: 'Rina' })
  return f('X', 'X')
}

/** Texts that a language says itself, with the path that leads to each; functions get stand-ins. */
const textsIn = (language: Language) => textsOf(collectionsOf(language), called)

/** Texts that the least translation has: a reporter's pages alone. */
const LEAST: Record<'source' | 'other', number> = { source: 1000, other: 350 }

describe.each(languages)('every text in %s', (language) => {
  const texts = textsIn(language)

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
    expect(read.filter(([, text]) => AVOID[language].test(text))).toEqual([])
  })

  test('is looked at', () => {
    expect(texts.length).toBeGreaterThan(LEAST[language === SOURCE ? 'source' : 'other'])
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
    const toReporter = declared.flatMap(([to, names]) => (isStaff(to) ? [] : names))
    const toStaff = declared.flatMap(([to, names]) => (isStaff(to) ? names : []))
    expect(toReporter.length).toBeGreaterThan(10)
    expect(toReporter.filter((name) => !(name in reporterNotices))).toEqual([])
    expect(toStaff.filter((name) => !(name in staffNotices))).toEqual([])
    const sent = new Set<string>([...toReporter, ...toStaff])
    const others = [...Object.keys(reporterNotices), ...Object.keys(staffNotices)]
    expect([...new Set(others.filter((name) => !sent.has(name)))].sort()).toEqual(BY_JOBS)
  })

  test('every refusal says what to do, in more than one sentence', () => {
    const all = languages.flatMap((language) => Object.values(wordsFor(language, 420).refusals))
    expect(all.filter((text) => text.split('. ').length < 2)).toEqual([])
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
  'promise_due',
  'reveal_notice',
  'silence_reminder',
  'undecided',
  'unverified_digest',
]

describe('every letter', () => {
  const all = Object.entries({ ...reporterNotices, ...staffNotices })
  const faultsOf = (faults: (text: (typeof all)[number][1]) => unknown[]) =>
    all.flatMap(([name, text]) => faults(text).map((fault) => [name, fault]))

  test('carries its link, a subject of one line and no gaps', () => {
    const faulty = faultsOf((text) => {
      const { subject, body } = letter(text(FACTS), FACTS.city)
      const subjectHolds = subject.length <= 78 && !/\n|undefined/.test(subject)
      const bodyHolds = body.includes(FACTS.link) && !/\n{3}|undefined|false/.test(body)
      return [...(subjectHolds ? [] : [subject]), ...(bodyHolds ? [] : [body])]
    })
    expect(faulty).toEqual([])
  })

  test('can be written with nothing but number and link', () => {
    const { city, reference, link } = FACTS
    const faulty = faultsOf((text) => {
      const { body } = letter(text({ city, reference, link }), city)
      return /\n{3}|undefined|false|> /.test(body) ? [body] : []
    })
    expect(faulty).toEqual([])
  })
})
