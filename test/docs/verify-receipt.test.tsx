import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newSecrets } from '../../scripts/secrets.ts'
import { randomBytes } from '../../src/random.ts'
import { committedWords } from '../../src/seal/committed-words.ts'
import { commitment, makeSalt } from '../../src/seal/digest.ts'
import { signLine, signReceipt } from '../../src/seal/receipt.ts'
import { publicKeyOf, type SigningJwk } from '../../src/seal/signing-key.ts'
import { VerifyReceiptPage } from '../../src/views/public/verify-receipt.tsx'
import { t } from '../support/words.ts'
import { site } from '../views/support/own-pages.tsx'

const [signature = '', words = '', later = ''] = Array.from(
  readFileSync('docs/verify-receipt.md', 'utf8').matchAll(/```sh\n([\s\S]*?)```/g),
  ([, block = '']) => block,
)

const page = String(<VerifyReceiptPage t={t} site={site} typed={{}} checked={null} proven={null} />)
const onPage = (/<pre[^>]*>([\s\S]*?)<\/pre>/.exec(page)?.[1] ?? '')
  .replaceAll('&quot;', '"')
  .replaceAll('&#39;', "'")
  .replaceAll('&lt;', '<')
  .replaceAll('&gt;', '>')
  .replaceAll('&amp;', '&')

const KEY: SigningJwk = JSON.parse(newSecrets().RECEIPT_KEY)
const folder = mkdtempSync(join(tmpdir(), 'words-'))
const put = (name: string, content: string | Uint8Array) =>
  writeFileSync(join(folder, name), content)
const run = (commands: string) => {
  const { stdout, status } = spawnSync('sh', ['-c', commands], { cwd: folder })
  return { status, text: stdout.toString() }
}
const hashes = (text: string) => Array.from(text.matchAll(/^[0-9a-f]{64}/gm), ([hash]) => hash)

const salt = makeSalt(randomBytes)
const isi =
  committedWords({
    ...{ title: 'Lampu "padam"', text: 'Gelap \\ sekali\n  di depan SDN 002 — 100 %.' },
    ...{ incidentDay: '2026-11-20', landmark: 'depan SDN', lat: 1.5, lng: null },
    ...{ onBehalf: null, loss: null, settlement: null },
  }) ?? ''

beforeAll(async () => {
  put('kunci.pem', (await publicKeyOf(KEY)).pem)
  put('isi.json', isi)
  put('bukti.txt', `${salt}\n`)
  put(
    'tanda.txt',
    `${await signReceipt(KEY, {
      ...{ number: 'DMI-7K4Q-2M9X', time: 5, class: 'complaint' },
      textHash: await commitment(salt, isi),
      dates: { verify: '2026-10-08', settle: null },
    })}\n`,
  )
})
afterAll(() => rmSync(folder, { recursive: true }))

describe.each([
  ['docs/verify-receipt.md', `${signature}${words}`],
  ['the page', onPage],
])('as %s says, with openssl alone', (_, commands) => {
  it('a stranger sees that a receipt is ours and that the words are those that were signed', () => {
    const { text } = run(commands)
    expect(text).toContain('Signature Verified Successfully')
    const [signed, own, ...more] = hashes(text)
    expect([signed, more]).toEqual([own, []])
  })

  it('and that other words or another proof code are not', () => {
    for (const [file, harmed, back] of [
      ['isi.json', isi.replace('Gelap', 'Terang'), isi],
      ['bukti.txt', makeSalt(randomBytes), salt],
    ] as const) {
      put(file, harmed)
      const [signed, own] = hashes(run(commands).text)
      put(file, back)
      expect(own).toHaveLength(64)
      expect(signed).not.toBe(own)
    }
  })
})

it('a later file is compared with its own line as the document says', async () => {
  const file = randomBytes(500)
  const contentHash = createHash('sha256').update(file).digest('hex')
  const line = { number: 'DMI-7K4Q-2M9X', seq: 3, line: 'photo', time: 6, contentHash } as const
  put('tanda.txt', await signLine(KEY, line))
  put('berkas', file)
  const { text } = run(`${signature}${later}`)
  expect(text).toContain('Signature Verified Successfully')
  expect(hashes(text)).toEqual([contentHash, contentHash])
})
