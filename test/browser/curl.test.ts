import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { scenePng } from '../../seed/media.ts'
import { afterUndo, letterOf } from './support/letters.ts'
import { siteUrl } from './support/site.ts'

const folder = mkdtempSync(join(tmpdir(), 'curl-'))

/** The script asks here for the seconds of undo to be over. */
const settler = createServer(async (_, answer) => {
  await afterUndo()
  answer.end()
})

beforeAll(async () => {
  await new Promise<void>((resolve) => settler.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
  settler.close()
  rmSync(folder, { recursive: true })
})

test('a report goes its whole way with curl alone', async () => {
  const photos = await Promise.all(
    [3, 5, 6].map(async (seed) => {
      const path = join(folder, `rumah serindit ${seed}.png`)
      writeFileSync(path, await scenePng(seed))
      return path
    }),
  )
  const settle = `curl -s http://127.0.0.1:${(settler.address() as AddressInfo).port}/`
  const args = [siteUrl, folder, ...photos, inject('staffPassword'), settle]
  const script = ['test/browser/curl-journey.sh', ...args]
  const { stdout } = await promisify(execFile)('bash', script)
  expect(stdout).toMatch(/^DMI-\S+ [0-9A-Z-]{16}\n$/)
  const number = stdout.split(' ')[0] ?? ''
  for (const words of ['kami terima', 'diteruskan', 'perlu keterangan', 'Apakah sudah selesai'])
    await letterOf('curl@contoh.id', number, words)
})
