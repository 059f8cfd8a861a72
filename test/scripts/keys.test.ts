import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { deploy } from '../../scripts/deploy.ts'
import { keys } from '../../scripts/keys.ts'
import { newSecrets } from '../../scripts/secrets.ts'
import { DAY, MINUTE } from '../../src/domain/time/time.ts'
import { badSecrets, secretMarks } from '../../src/seal/secret-marks.ts'
import { everySecret, secretsAt } from '../../src/seal/server-secret.ts'
import type { Answers } from './account.ts'
import { anOperator, REPORTS, url } from './operator.ts'
import { run } from './run.ts'
import { said } from './told.ts'

const { folder, kept, given } = anOperator()

test('keys retired before stay in the copy when others follow', async () => {
  const old = { RETIRED_KEYS: '{"1":"first"}', IDENTITY_KEYS: '{"2":"second","3":"third"}' }
  writeFileSync(kept, JSON.stringify(old))
  const { code } = await given(keys, ['retire'], {
    '^d1 execute .*--command': [0, '[{"results":[]}]'],
  })
  expect(code).toBe(0)
  const { RETIRED_KEYS } = JSON.parse(readFileSync(kept, 'utf8'))
  expect(JSON.parse(RETIRED_KEYS)).toEqual({ 1: 'first', 2: 'second', 3: 'third' })
})

test('retired keys go back into the Worker, and none replaces a current one', async () => {
  const copy = { RETIRED_KEYS: '{"1":"first","3":"older"}', IDENTITY_KEYS: '{"3":"third"}' }
  writeFileSync(kept, JSON.stringify(copy))
  const { code, text, called } = await given(keys, ['put-back'])
  expect(code).toBe(0)
  expect(text).toContain('Key 1 opens again')
  const put = called.find(({ args }) => args[1] === 'bulk')?.input ?? '{}'
  expect(JSON.parse(JSON.parse(put).IDENTITY_KEYS)).toEqual({ 1: 'first', 3: 'third' })
  const after = JSON.parse(readFileSync(kept, 'utf8'))
  expect(JSON.parse(after.RETIRED_KEYS)).toEqual({ 1: 'first', 3: 'older' })
  expect((await given(keys, ['put-back'])).text).toContain('no retired key')
})

test.each([
  ['the latest', 'one', 0],
  ['an older one, after a rollback', 'older', 1],
])('a key is rotated while %s runs', async (_, running, ends) => {
  const before = JSON.stringify({ IDENTITY_KEYS: JSON.stringify({ 1: 'first' }) })
  writeFileSync(kept, before)
  const versions = ['older', 'one'].map((id, i) => ({ id, number: i + 1 }))
  const { code, text } = await given(keys, ['rotate'], {
    '^versions list': [0, JSON.stringify(versions)],
    '^deployments list': [
      0,
      JSON.stringify([{ created_on: '', versions: [{ version_id: running }] }]),
    ],
  })
  expect(code, text).toBe(ends)
  // looked at first: the copy does not hold a key that the Worker never got
  if (ends === 0) return
  expect(readFileSync(kept, 'utf8')).toBe(before)
  expect(text).toContain(said('keys after a rollback'))
})

test('where the Worker refuses a new key, the copy keeps it and the next step is said', async () => {
  writeFileSync(kept, JSON.stringify({ ...newSecrets(), RETIRED_KEYS: '{}' }))
  const refused = await given(keys, ['rotate'], { '^secret bulk': [1, 'HTTP 500'] })
  expect(refused.code).toBe(1)
  expect(refused.text).toContain(said('keys half-way'))
  expect(refused.text).toContain('npm run keys -- put')
  const { called, code } = await given(keys, ['put'])
  expect(code).toBe(0)
  const { IDENTITY_KEYS, ...others } = JSON.parse(called.at(-1)?.input ?? '{}')
  expect(Object.keys(JSON.parse(IDENTITY_KEYS))).toEqual(['1', '2'])
  // what was retired stays out of the Worker
  expect(Object.keys(others).toSorted()).toEqual(['AUTH_SECRET', 'RECEIPT_KEY', 'SERVER_SECRET'])
})

test('a malformed copy is named with a command that makes it, and is put nowhere', async () => {
  const copy = JSON.stringify({ ...newSecrets(), SERVER_SECRET: 'short' })
  writeFileSync(kept, copy)
  const { code, text, lines } = await given(deploy, ['--url', url], { '^secret list': [0, '[]'] })
  expect([code, text]).toEqual([1, expect.stringContaining('npm run keys -- make SERVER_SECRET')])
  expect(text).not.toContain('short')
  const again = await given(keys, ['put'])
  expect([again.code, again.text]).toEqual([1, expect.stringContaining('SERVER_SECRET')])
  expect([...lines, ...again.lines]).not.toContain('secret bulk')
  expect(readFileSync(kept, 'utf8')).toBe(copy)
  expect((await given(keys, ['make', 'SERVER_SECRET'])).code).toBe(0)
  expect(badSecrets(JSON.parse(readFileSync(kept, 'utf8')))).toEqual([])
})

test('a server secret made anew leaves those before it for the forms of their week', async () => {
  const copied = () => JSON.parse(readFileSync(kept, 'utf8'))
  const { SERVER_SECRET: first, ...others } = newSecrets()
  const gone = `${newSecrets().SERVER_SECRET}@${Math.floor(Date.now() / MINUTE) - 7 * 1440}`
  writeFileSync(kept, JSON.stringify({ ...others, SERVER_SECRET: `${first}.${gone}` }))
  for (const count of [2, 3]) {
    const { code, called } = await given(keys, ['make', 'SERVER_SECRET'])
    expect(code).toBe(0)
    const { SERVER_SECRET } = copied()
    expect(JSON.parse(called.at(-1)?.input ?? '{}')).toEqual({ SERVER_SECRET })
    expect(everySecret(SERVER_SECRET)).toHaveLength(count)
    expect(everySecret(SERVER_SECRET).at(-1)).toBe(first)
    expect(secretsAt(SERVER_SECRET, Date.now() + 11 * MINUTE)).toHaveLength(1)
  }
  expect(badSecrets(copied())).toEqual([])
  expect(badSecrets({ ...copied(), SERVER_SECRET: `${first}.short@1` })).toEqual(['SERVER_SECRET'])
})

test('a server secret that an authenticator app derives from is kept however old it is', async () => {
  const { SERVER_SECRET: first, ...others } = newSecrets()
  const gone = `${newSecrets().SERVER_SECRET}@${Math.floor(Date.now() / MINUTE) - 90 * 1440}`
  const older = `${newSecrets().SERVER_SECRET}@${Math.floor(Date.now() / MINUTE) - 200 * 1440}`
  writeFileSync(kept, JSON.stringify({ ...others, SERVER_SECRET: `${first}.${gone}.${older}` }))
  const at = Date.now() - 100 * DAY
  const apps: Answers = {
    '^d1 execute .*--command': [0, JSON.stringify([{ results: [{ n: 1, at }] }])],
  }
  expect((await given(keys, ['make', 'SERVER_SECRET'], apps)).code).toBe(0)
  const after = everySecret(JSON.parse(readFileSync(kept, 'utf8')).SERVER_SECRET)
  expect(after.slice(1)).toEqual([first, gone.split('@')[0]])
  writeFileSync(kept, JSON.stringify(others))
  const lost = await given(keys, ['make', 'SERVER_SECRET'], apps)
  expect([lost.code, lost.text]).toEqual([0, expect.stringContaining('apps of the staff stop')])
})

test('no identity key is made anew where there are reports, and a wrong name is refused', async () => {
  const copy = JSON.stringify(newSecrets())
  writeFileSync(kept, copy)
  for (const name of ['IDENTITY_KEYS', 'RETIRED_KEYS', '']) {
    const { code, lines } = await given(keys, ['make', name], REPORTS)
    expect(code, name).toBe(1)
    expect(lines).not.toContain('secret bulk')
  }
  expect(readFileSync(kept, 'utf8')).toBe(copy)
})

test('a check says of each secret whether the copy is what the Worker has', async () => {
  const secrets = newSecrets()
  const marks = Object.entries(await secretMarks(secrets)).map((mark) => mark.join('='))
  const checked = (copy: object) => {
    writeFileSync(kept, JSON.stringify(copy))
    const fetch = async () => Response.json({ secret_marks: marks.join(' ') })
    return run(keys, ['check', '--url', url], { env: { SECRETS_FOLDER: folder }, fetch })
  }
  const same = await checked({ ...secrets, RETIRED_KEYS: '{}' })
  expect([same.code, same.text.match(/: the same$/gm)?.length]).toEqual([0, 4])
  const other = await checked({ ...secrets, IDENTITY_KEYS: newSecrets().IDENTITY_KEYS })
  expect([other.code, other.text]).toEqual([1, expect.stringContaining('IDENTITY_KEYS: NOT')])
  expect(other.text.match(/: the same$/gm)).toHaveLength(3)
})

test('a master key is added beside the old one, and only one that seals nothing any more is taken away', async () => {
  writeFileSync(kept, JSON.stringify({ IDENTITY_KEYS: JSON.stringify({ 1: 'first' }) }))
  const { called } = await given(keys, ['rotate'])
  const put = JSON.parse(JSON.parse(called.at(-1)?.input ?? '{}').IDENTITY_KEYS)
  expect(Object.keys(put)).toEqual(['1', '2'])
  const using = (version: number): Answers => ({
    '^d1 execute .*--command': [
      0,
      JSON.stringify([{ results: [{ version, identities: 0, hashes: 3 }] }]),
    ],
  })
  expect((await given(keys, ['retire'], using(1))).code).toBe(1)
  const { code, called: then } = await given(keys, ['retire'], using(2))
  expect(code).toBe(0)
  const left = JSON.parse(JSON.parse(then.at(-1)?.input ?? '{}').IDENTITY_KEYS)
  expect(Object.keys(left)).toEqual(['2'])
  expect(JSON.parse(JSON.parse(readFileSync(kept, 'utf8')).RETIRED_KEYS)).toHaveProperty('1')
})
