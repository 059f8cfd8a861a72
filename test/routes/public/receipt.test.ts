import { expect, it, vi } from 'vitest'
import { caseByReference } from '../../../src/db/cases.ts'
import { runCommand } from '../../../src/db/run-command.ts'
import { fileReport, read } from '../../support/citizen.ts'
import { routing } from '../../support/commands.ts'
import { someone, world } from '../../support/world.ts'

vi.setConfig({ testTimeout: 60_000 })

const signed = (html: string) => /class="sign">([^<]+)</.exec(html)?.[1]

it('prints the receipt with the class and the signature that were given, also once it is routed as another', async () => {
  const { html, number, url, cookie } = await fileReport({ jenis: 'pengaduan' })
  const s = await world(someone('verifier'), Date.now())
  const found = await caseByReference(s.db, number)
  if (!found) throw new Error('gone')
  expect((await runCommand(s, found, routing({ class: 'aspiration' }))).ok).toBe(true)
  const again = await read(`${url}/tanda-terima`, cookie)
  expect(signed(again)).toBeTruthy()
  expect(signed(again)).toBe(signed(html))
  expect(again).toContain('Pengaduan')
  expect(again).not.toContain('Aspirasi')
})
