import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { letterPdf, scenePng } from '../../seed/media.ts'
import { acceptFile } from '../../src/files/accept.ts'
import { runs } from '../support/rounds.ts'

describe('a generated scene', () => {
  test('is a small picture that needs no cleaning, the same for the same seed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: -10, max: 100_000 }), async (seed) => {
        const bytes = await scenePng(seed)
        const verdict = { ok: true, type: 'image/png', width: 320, height: 240, removed: [], bytes }
        expect(acceptFile(bytes)).toEqual(verdict)
        expect(bytes.length).toBeLessThanOrEqual(8000)
        expect(await scenePng(seed)).toEqual(bytes)
      }),
      { numRuns: runs(50) },
    )
  })

  test('differs from seed to seed', async () => {
    const seeds = Array.from({ length: 200 }, (_, seed) => seed)
    const scenes = await Promise.all(seeds.map(scenePng))
    expect(new Set(scenes.map((bytes) => Buffer.from(bytes).toString('base64'))).size).toBe(200)
  })
})

describe('a generated letter', () => {
  test('is a PDF whose table points to its objects, whatever the line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (line) => {
        const bytes = letterPdf(line)
        expect(acceptFile(bytes)).toMatchObject({ ok: true, type: 'application/pdf' })
        const text = Buffer.from(bytes).toString('latin1')
        const places = [...text.matchAll(/^(\d{10}) 00000 n $/gm)].map((match) => Number(match[1]))
        expect(places).toHaveLength(5)
        for (const [index, place] of places.entries()) {
          expect(text.slice(place)).toMatch(new RegExp(`^${index + 1} 0 obj\n`))
        }
        const table = Number(text.match(/startxref\n(\d+)/)?.[1])
        expect(text.slice(table)).toMatch(/^xref\n/)
        const stream = text.match(/\/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/)
        expect(stream?.[2]).toHaveLength(Number(stream?.[1]))
      }),
    )
  })

  test('holds its line', () => {
    const text = Buffer.from(letterPdf('Surat RT (03) \\ lampu')).toString('latin1')
    expect(text).toContain('(Surat RT \\(03\\) \\\\ lampu) Tj')
  })
})
