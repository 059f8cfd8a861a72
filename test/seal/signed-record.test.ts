import { expect, test } from 'vitest'
import { newSecrets } from '../../scripts/secrets.ts'
import { readSigned, signRecord } from '../../src/seal/signed-record.ts'
import { signFields } from '../../src/seal/signed-text.ts'

const key = JSON.parse(newSecrets().RECEIPT_KEY)
const other = JSON.parse(newSecrets().RECEIPT_KEY)
const record = { id: '20261124T173000Z', parts: [{ sha256: 'ab' }] }

test('a record that was signed is read again, by its own key among several', async () => {
  const line = await signRecord(key, record)
  expect(await readSigned([other, key], line)).toEqual({ ok: true, record })
})

test('altered, signed by another key, or not signed: each is told apart', async () => {
  const line = await signRecord(key, record)
  const problem = async (text: string, keys = [key]) => {
    const read = await readSigned(keys, text)
    return read.ok ? null : read.problem
  }
  expect(await problem(line.replace('20261124', '20261125'))).toBe('forged')
  expect(await problem(line, [other])).toBe('unknown-key')
  const { kid } = JSON.parse(line)
  const posing = JSON.parse(await signRecord(other, record))
  expect(await problem(JSON.stringify({ ...posing, kid }))).toBe('forged')
  for (const text of ['', '{', 'null', JSON.stringify(record), '{"signed":1}'])
    expect(await problem(text), text).toBe('unsigned')
})

test('what the same key signs on a receipt never passes for a record', async () => {
  const [, payload, signature] = (await signFields('TGP1', 1, key, { id: 'x' })).split('.')
  const signed = Buffer.from(payload ?? '', 'base64url').toString()
  const { kid } = JSON.parse(signed)
  const read = await readSigned([key], JSON.stringify({ signed, kid, signature }))
  expect(read).toEqual({ ok: false, problem: 'forged' })
})
