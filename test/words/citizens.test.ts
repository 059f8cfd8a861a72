import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { startOf } from '../../bench/budgets/start.ts'
import { citizenWords } from '../../src/words/citizen-words.ts'
import { id } from '../../src/words/id/all.ts'
import { citizens } from '../../src/words/id/citizens.ts'
import { LANGUAGES, type Language } from '../../src/words/language.ts'

const office = Object.keys(id).filter((name) => !(name in citizens))

test('what runs before a citizen is answered says only what is there by then', async () => {
  const { files } = await startOf()
  const asks = new RegExp(`\\b(?:t|own|said|words)\\??\\.(?:${office.join('|')})\\b`)
  const unpacks = new RegExp(`\\{[^{}]*\\b(?:${office.join('|')})\\b[^{}]*\\} = [\\w.]*\\bt\\b`)
  const ours = files.filter((file) => file.startsWith('src/') && !file.startsWith('src/words/'))
  const asking = ours.filter((file) => {
    const code = readFileSync(file, 'utf8')
    return asks.test(code) || unpacks.test(code)
  })
  expect(ours.length).toBeGreaterThan(200)
  expect(office).toContain('staffNotices')
  expect(asking).toEqual([])
})

test('a citizen is told in every language by the same collections', async () => {
  for (const language of Object.keys(LANGUAGES) as Language[]) {
    const t = (await citizenWords(language))(420)
    expect(Object.keys(t)).toEqual(expect.arrayContaining(Object.keys(citizens)))
    expect(office.filter((name) => name in t)).toEqual([])
  }
})
