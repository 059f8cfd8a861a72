import { expect, it } from 'vitest'
import { actOf, COMMAND_NAMES } from '../../src/domain/acts/acts.ts'
import { letter } from '../../src/words/id/notice.ts'
import { reporterNotices } from '../../src/words/id/reporter-notices.ts'
import { staffNotices } from '../../src/words/id/staff-notices.ts'

const isStaff = (to: string) => to !== 'reporter' && to !== 'members'

const declared = COMMAND_NAMES.flatMap((name) => Object.entries(actOf(name).letters))

const facts = { city: 'Kota Dumai', reference: 'DMI-7K4Q-2M9X', link: 'https://lapor.example/x' }

it('has a letter for every notice that an act declares', () => {
  const toReporter = declared.flatMap(([to, names]) => (isStaff(to) ? [] : names))
  const toStaff = declared.flatMap(([to, names]) => (isStaff(to) ? names : []))
  expect(toReporter.length).toBeGreaterThan(10)
  expect(toStaff.length).toBeGreaterThan(5)
  for (const template of toReporter) expect(reporterNotices).toHaveProperty(template)
  for (const template of toStaff) expect(staffNotices).toHaveProperty(template)
})

it('writes whole sentences of at most fifteen words, with the link, without an agency or a date too', () => {
  for (const [name, text] of Object.entries({ ...reporterNotices, ...staffNotices })) {
    for (const given of [
      facts,
      { ...facts, agency: 'Dinas PUPR', due: 'Jumat, 11 Desember 2026' },
      { ...facts, unheard: true as const },
    ]) {
      const { subject, body } = letter(text(given), given.city)
      expect(body, name).toContain(facts.link)
      expect(`${subject}\n${body}`, name).not.toMatch(/undefined|null|\n\n\n/)
      for (const sentence of body.split(/[.:?!]\s|\n/))
        expect(sentence.split(/\s+/).length, `${name}: ${sentence}`).toBeLessThanOrEqual(15)
    }
  }
})

it('threatens no end by silence where people decide', () => {
  const due = 'Jumat, 11 Desember 2026'
  for (const name of ['question', 'closure', 'completion_reminder', 'silence_reminder'] as const) {
    const { body } = reporterNotices[name]({ ...facts, due, decided: true })
    expect(body, name).toContain(due)
    expect(body, name).not.toMatch(/dianggap dicabut|laporan ditutup/)
    expect(reporterNotices[name]({ ...facts, due }).body, name).toMatch(/dicabut|ditutup/)
  }
})

it('says tanpa kabar where nobody could be told before, and no date by which it is too late', () => {
  for (const name of ['lapsed', 'closed_by_silence'] as const) {
    const { body } = reporterNotices[name]({ ...facts, unheard: true })
    expect(body, name).toContain('tanpa kabar')
    expect(body, name).toContain('kapan saja')
    expect(body, name).not.toContain('30 hari')
    expect(reporterNotices[name](facts).body, name).not.toContain('tanpa kabar')
  }
})
