import { expect, test } from 'vitest'
import { backupKeyId, newBackupKey } from '../../src/seal/backup-key.ts'
import { openingWith, sealingFor, throughStream } from '../../src/seal/backup-seal.ts'

const CHUNK = 65_536
const HEAD = 50

const plainOf = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 31) % 251)

const mine = await newBackupKey()
const seal = async (bytes: Uint8Array) => throughStream(bytes, await sealingFor(mine.x))
const open = (bytes: Uint8Array, key = mine) => throughStream(bytes, openingWith(key))

test('what is sealed for a key is opened by it, at every length around a chunk', async () => {
  for (const length of [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 17]) {
    const sealed = await seal(plainOf(length))
    const chunks = Math.max(1, Math.ceil(length / CHUNK))
    expect(sealed.length, `${length}`).toBe(HEAD + length + 16 * chunks)
    expect(await open(sealed)).toEqual(plainOf(length))
  }
})

test('the same bytes are sealed differently each time, and hold nothing that can be read', async () => {
  const plain = new TextEncoder().encode('Siti Rahmah '.repeat(2000))
  const [a, b] = [await seal(plain), await seal(plain)]
  expect(a).not.toEqual(b)
  expect(new TextDecoder().decode(a)).not.toContain('Siti')
})

test('no other key opens it, not even the one that could have sealed it', async () => {
  const sealed = await seal(plainOf(100))
  await expect(open(sealed, await newBackupKey())).rejects.toThrow('sealed for another key')
})

test('altered, cut off at a chunk, with chunks swapped or dropped: none opens', async () => {
  const sealed = await seal(plainOf(3 * CHUNK + 5))
  const step = CHUNK + 16
  const part = (n: number) => sealed.subarray(HEAD + n * step, HEAD + (n + 1) * step)
  const head = sealed.subarray(0, HEAD)
  const join = (...parts: Uint8Array[]) => new Uint8Array(parts.flatMap((p) => [...p]))
  const flipped = sealed.slice()
  flipped[HEAD + step + 9] = (flipped[HEAD + step + 9] ?? 0) ^ 1
  const broken = {
    flipped,
    'cut at a chunk': join(head, part(0), part(1)),
    'cut within one': sealed.subarray(0, sealed.length - 3),
    swapped: join(head, part(1), part(0), part(2), part(3)),
    dropped: join(head, part(0), part(2), part(3)),
    'longer than it was': join(sealed, part(0)),
    'head alone': head,
    'half a head': sealed.subarray(0, 20),
    'another kind of file': plainOf(400),
  }
  for (const [name, bytes] of Object.entries(broken))
    await expect(open(bytes), name).rejects.toThrow(/altered, cut short|no sealed backup/)
})

test('a key has an id, and what is no key is refused without being quoted', async () => {
  expect(await backupKeyId(mine.x)).toMatch(/^[\w-]{8}$/)
  await expect(sealingFor('kunci')).rejects.toThrow('backupKey must be 32 bytes')
})
