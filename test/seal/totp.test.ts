import { expect, test } from 'vitest'
import { toBase32 } from '../../src/domain/text/base32.ts'
import { utf8 } from '../../src/domain/text/bytes.ts'
import { stepOfCode, totpCode, totpSecret, totpUri } from '../../src/seal/totp.ts'

const SERVER = 'A'.repeat(43)
const OLDER = 'BBBB'.repeat(10).concat('BBA')
const RFC = utf8('12345678901234567890')
const NOW = Date.parse('2026-11-24T02:00:10Z')
const made = { userId: 'rina', round: 'putaran-satu-dua' }

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('RFC 6238: at second %i it is %s', async (second, code) => {
  expect(await totpCode(RFC, Math.floor(second / 30))).toBe(code)
})

test.each([
  ['', ''],
  ['f', 'MY'],
  ['foobar', 'MZXW6YTBOI'],
])('RFC 4648: %s', (text, encoded) => {
  expect(toBase32(utf8(text))).toBe(encoded)
})

test('the address that an app reads names city, person and secret', () => {
  expect(totpUri(RFC, 'Tanggap Kota', 'a+b@kota.go.id')).toBe(
    'otpauth://totp/Tanggap%20Kota:a%2Bb%40kota.go.id?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Tanggap%20Kota',
  )
})

test.each([
  [0, true],
  [-29, true],
  [29, true],
  [-70, false],
  [70, false],
])('a phone that is %i seconds off: %s', async (seconds, taken) => {
  const secret = await totpSecret(SERVER, made.userId, made.round)
  const code = await totpCode(secret, Math.floor((NOW + seconds * 1000) / 30_000))
  expect((await stepOfCode(SERVER, made, code, NOW)) !== null).toBe(taken)
})

test('nobody else has it, nor another round of the same person', async () => {
  const code = await totpCode(
    await totpSecret(SERVER, made.userId, made.round),
    Math.floor(NOW / 30_000),
  )
  for (const other of [{ userId: 'budi' }, { round: 'putaran-lain-lagi' }])
    expect(await stepOfCode(SERVER, { ...made, ...other }, code, NOW)).toBeNull()
})

test('after a change of the server’s secret the app goes on', async () => {
  const code = await totpCode(
    await totpSecret(OLDER, made.userId, made.round),
    Math.floor(NOW / 30_000),
  )
  expect(await stepOfCode(SERVER, made, code, NOW)).toBeNull()
  expect(await stepOfCode(`${SERVER}.${OLDER}@1`, made, code, NOW)).not.toBeNull()
})
