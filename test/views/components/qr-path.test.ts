import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { generate } from 'lean-qr'
import { describe, expect, it } from 'vitest'
import { buildCheck } from '../../../src/paths.ts'
import { signReceipt } from '../../../src/seal/receipt.ts'
import { qrPath } from '../../../src/views/components/qr-path.ts'
import { runs } from '../../support/rounds.ts'

describe('qrPath', () => {
  it('strokes exactly the dark modules of the code', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 400 }), (text) => {
        const { size, path } = qrPath(text)
        const code = generate(text)
        expect(size).toBe(code.size)
        expect(strokedModules(path)).toEqual(darkModules(code))
      }),
      { numRuns: runs(30) },
    )
  })

  it('draws the address that checks a receipt in at most 69 modules and 1.5 kB gzipped', async () => {
    const receipt = await signReceipt(
      {
        kty: 'OKP',
        crv: 'Ed25519',
        d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
        x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
      },
      {
        number: 'DMI-7K4Q-2M9X',
        time: 1_795_500_000_000,
        class: 'information',
        textHash: '0123456789abcdef'.repeat(4),
        dates: { verify: '2026-11-26', settle: '2026-12-11' },
      },
    )
    const { size, path } = qrPath(`https://lapor.kota-dumai.example.go.id${buildCheck(receipt)}`)
    expect(size).toBeLessThanOrEqual(69)
    expect(gzipSync(path).length).toBeLessThan(1500)
    expect(path).toMatch(/^(m-?\d+ \d+h\d+)+$/)
  })
})

function strokedModules(path: string): string[] {
  const modules: string[] = []
  let x = 0
  let y = 0
  for (const [, right, down, run] of path.matchAll(/m(-?\d+) (\d+)h(\d+)/g)) {
    x += Number(right)
    y += Number(down)
    for (const end = x + Number(run); x < end; x++) modules.push(`${x},${y}`)
  }
  return modules
}

function darkModules(code: ReturnType<typeof generate>): string[] {
  const places = Array.from(
    { length: code.size ** 2 },
    (_, i) => [i % code.size, Math.floor(i / code.size)] as const,
  )
  return places.filter(([x, y]) => code.get(x, y)).map(([x, y]) => `${x},${y}`)
}
