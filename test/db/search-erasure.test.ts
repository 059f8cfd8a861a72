import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { eraseComplaint } from '../../src/db/erasing.ts'
import { aForm, filed, world } from '../support/world.ts'

const WORD = 'qyzwortelrahasia'

/** The blocks as they lie in the file: of a word that is there they hold the letters. */
async function blocksWith(index: string, word: string): Promise<number> {
  const { results } = await env.DB.prepare(`select hex(block) as hex from ${index}_data`).all<{
    hex: string
  }>()
  const hex = [...new TextEncoder().encode(word)].map((b) => b.toString(16).padStart(2, '0'))
  return results.filter((row) => row.hex.toLowerCase().includes(hex.join(''))).length
}

test('erased words leave the blocks of the search index, in one of many reports', async () => {
  const s = await world()
  for (let n = 0; n < 5; n++) await filed(s)
  const form = aForm()
  const text = `${form.words.text} Kata ${WORD} hanya di sini.`
  const { found } = await filed(s, { ...form, words: { ...form.words, text } })
  for (let n = 0; n < 5; n++) await filed(s)
  expect(await blocksWith('staff_search', WORD)).toBeGreaterThan(0)
  await env.DB.prepare(`update complaint set state = 'withdrawn' where id = ?`)
    .bind(found.complaint.id)
    .run()
  const erased = await eraseComplaint({ ...s, actor: { kind: 'reporter' } }, found.complaint.id)
  expect(erased.ok).toBe(true)
  expect(await blocksWith('staff_search', WORD)).toBe(0)
})

test('words that are no longer released leave those of the public', async () => {
  const s = await world()
  const { found } = await filed(s)
  const set = (status: string, text: string | null) =>
    env.DB.prepare(
      'update complaint set release_status = ?, released_title = ?, released_text = ? where id = ?',
    )
      .bind(status, 'Judul', text, found.complaint.id)
      .run()
  await set('released', `Jalan ${WORD}x rusak`)
  expect(await blocksWith('public_search', `${WORD}x`)).toBeGreaterThan(0)
  await set('withdrawn', null)
  expect(await blocksWith('public_search', `${WORD}x`)).toBe(0)
})
