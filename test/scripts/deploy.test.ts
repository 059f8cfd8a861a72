import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { admin } from '../../scripts/admin.ts'
import { calendar } from '../../scripts/calendar.ts'
import { changeSql } from '../../scripts/command.ts'
import { isPaid } from '../../scripts/deploy/plan.ts'
import { deploy } from '../../scripts/deploy.ts'
import { rollback } from '../../scripts/rollback.ts'
import { newSecrets } from '../../scripts/secrets.ts'
import { newAccount } from '../support/provider/account.ts'
import type { Answers } from './account.ts'
import { anOperator, REPORTS, url } from './operator.ts'
import { type Call, spawned, wranglerOf } from './run.ts'
import { said } from './told.ts'

const { folder, kept, account, given } = anOperator()

const indexOf = (lines: string[], start: string) => {
  const found = lines.findIndex((line) => line.startsWith(start))
  expect(found, start).toBeGreaterThanOrEqual(0)
  return found
}

test('a first deployment makes everything, and migrates before the new program runs', async () => {
  const { code, text, called, fetched, lines } = await given(deploy, [
    '--url',
    url,
    '--admin',
    'rina@kota.contoh.id',
  ])
  expect(text).toContain(`Tanggap answers at ${url}`)
  expect(code).toBe(0)
  expect(fetched).toEqual([`${url}/sehat`])
  expect(lines).toContain('d1 create tanggap --location apac')
  expect(lines).toContain('r2 bucket create tanggap-files --location apac')
  expect(lines).toContain('r2 bucket create tanggap-backups --location apac')
  expect(lines).toContain('queues create tanggap-outbox')
  expect(lines).toContain('queues create tanggap-outbox-dead')
  expect(lines).toHaveLength(16)
  const order = [
    'deploy --dry-run',
    'whoami',
    'd1 create',
    'secret bulk',
    'd1 migrations apply DB --remote',
    'd1 execute DB --remote --yes --command=',
    `deploy --var PUBLIC_URL:${url}`,
  ].map((start) => indexOf(lines, start))
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  const secrets = called.find(({ args }) => args[1] === 'bulk')?.input ?? ''
  expect(Object.keys(JSON.parse(secrets)).toSorted()).toEqual([
    'AUTH_SECRET',
    'IDENTITY_KEYS',
    'RECEIPT_KEY',
    'SERVER_SECRET',
  ])
  const { BACKUP_KEYS, ...copied } = JSON.parse(readFileSync(kept, 'utf8'))
  expect(copied).toEqual(JSON.parse(secrets))
  const [pair] = Object.values(JSON.parse(BACKUP_KEYS)) as { x: string; d: string }[]
  expect(called.map(({ sql }) => sql).join()).toContain(`'backupKey', '"${pair?.x}"'`)
  expect(JSON.stringify(called)).not.toContain(pair?.d)
  expect(statSync(kept).mode & 0o777).toBe(0o600)
  for (const secret of Object.values(JSON.parse(secrets))) expect(text).not.toContain(secret)
  for (const line of lines) expect(line).not.toContain(JSON.parse(secrets).SERVER_SECRET)
})

test('the first administrator gets a link whose token is nowhere in the database', async () => {
  const { text, called } = await given(admin, ['rina@kota.contoh.id', '--remote', '--url', url])
  const token = /\/petugas\/sandi\/([\w-]+)/.exec(text)?.[1] ?? ''
  expect(token.length).toBeGreaterThan(30)
  const sql = called.map((call) => call.sql ?? '').join()
  expect(sql).toContain('rina@kota.contoh.id')
  expect(sql).not.toContain(token)
})

test('a second deployment replaces no secret, makes nothing anew and invites nobody', async () => {
  const before = readFileSync(kept, 'utf8')
  Object.assign(account, everything())
  const names = ['SERVER_SECRET', 'IDENTITY_KEYS', 'RECEIPT_KEY', 'AUTH_SECRET']
  const { code, lines } = await given(deploy, ['--url', url, '--admin', 'lain@kota.contoh.id'], {
    '^secret list': [0, JSON.stringify(names.map((name) => ({ name })))],
    '^d1 execute .*--command': [0, '[{"results":[{"n":1,"sealed":1,"admins":1}]}]'],
  })
  expect(code).toBe(0)
  // each takes seconds to start
  expect(lines).toHaveLength(7)
  expect(lines.filter((line) => / create |secret bulk/.test(line))).toEqual([])
  expect(readFileSync(kept, 'utf8')).toBe(before)
  // nor is anything imported, which would make the database answer nobody meanwhile
  expect(lines.join()).not.toContain('--file=')
  Object.assign(account, newAccount())
})

const everything = () => {
  const { buckets, ...others } = newAccount()
  for (const name of ['tanggap-files', 'tanggap-backups']) buckets.set(name, new Map())
  const queues = ['tanggap-outbox', 'tanggap-previews', 'tanggap-outbox-dead'].map(
    (queue_name) => ({
      ...{ queue_id: queue_name, queue_name, consumers: [] },
    }),
  )
  const databases = [{ uuid: 'one', name: 'tanggap', sqlite: new DatabaseSync(':memory:') }]
  const { scripts } = account
  return { ...others, buckets, queues, databases, scripts }
}

test('an empty city is made only where there is none, and asks where its letters come from', async () => {
  const standing = (row: object): Answers => ({
    '^d1 execute .*--command': [0, JSON.stringify([{ results: [{ admins: 1, ...row }] }])],
  })
  const kosong = ['--url', url, '--kosong']
  expect((await given(deploy, kosong)).text).toContain('--sender')
  const told = [...kosong, '--sender', 'tanggap@kota.contoh.id']
  const made = await given(deploy, told, standing({ cities: 0, empty: 0 }))
  expect([made.code, made.text]).toEqual([0, expect.stringContaining('Tanggap answers')])
  const sql = made.called.map((call) => call.sql ?? '').join()
  expect(sql).not.toMatch(/Dumai|diskominfotiksan/)
  expect(sql).toContain(`'intake', '{"open":false`)
  const other = await given(deploy, told, standing({ cities: 1, empty: 0 }))
  expect([other.code, other.text]).toEqual([1, expect.stringContaining('holds a city')])
  const seeded = await given(deploy, ['--url', url], standing({ cities: 1, empty: 1 }))
  expect([seeded.code, seeded.text]).toEqual([1, expect.stringContaining('say so again')])
  Object.assign(account, newAccount())
})

test('a city with more data than an argument holds is loaded from a file', async () => {
  const calls: Call[] = []
  const large = Array.from({ length: 50 }, (_, i) => `select '${i}${'x'.repeat(2100)}';`)
  await changeSql({ wrangler: wranglerOf({}, calls) }, '--remote', large)
  expect(calls.map(({ args }) => args.find((arg) => arg.length > 100_000))).toEqual([undefined])
  expect(calls[0]?.sql).toBe(`${large.join('\n')}\n`)
})

test('when the secrets cannot be listed for another reason, none is put', async () => {
  const { code, lines } = await given(deploy, ['--url', url], {
    '^secret list': [1, 'A request to the Cloudflare API failed. [code: 10000]'],
  })
  expect(code).toBe(1)
  expect(lines).not.toContain('secret bulk')
})

test.each([
  ['no Worker', [1, 'Worker "tanggap" not found.']],
  ['a Worker without them', [0, '[]']],
] as const)('with reports in the database and %s, no secret is made anew', async (_, listed) => {
  rmSync(kept, { force: true })
  const list: Answers = { '^secret list': [...listed] }
  const { code, text, lines } = await given(deploy, ['--url', url], { ...REPORTS, ...list })
  expect(code).toBe(1)
  expect(text).toContain(said('secrets gone'))
  expect(text).toContain('Nothing was changed')
  expect(lines).not.toContain('secret bulk')
  expect(existsSync(kept)).toBe(false)
})

test('with reports in the database the copy fills what the Worker lacks, and nothing else', async () => {
  const secrets = { ...newSecrets(), RETIRED_KEYS: '{"1":"old"}' }
  writeFileSync(kept, JSON.stringify(secrets))
  const { code, called } = await given(deploy, ['--url', url], {
    ...REPORTS,
    '^secret list': [0, '[{"name":"AUTH_SECRET"}]'],
  })
  expect(code).toBe(0)
  const put = JSON.parse(called.find(({ args }) => args[1] === 'bulk')?.input ?? '{}')
  const { SERVER_SECRET, IDENTITY_KEYS, RECEIPT_KEY } = secrets
  expect(put).toEqual({ SERVER_SECRET, IDENTITY_KEYS, RECEIPT_KEY })
})

test.each([
  'Could not route to /accounts//workers/scripts, perhaps your object identifier is invalid? [code: 7003]',
  'The database 1 does not exist [code: 7404]',
  'Account not found',
])('no "not found" but that of the Worker is taken for a first deployment: %s', async (said) => {
  const { code, lines } = await given(deploy, ['--url', url], { '^secret list': [1, said] })
  expect(code).toBe(1)
  expect(lines).not.toContain('secret bulk')
})

test.each([
  ['^queues create', 'Queues are unavailable on the free plan. Please upgrade [code: 100129]'],
  ['^deploy --var', 'CPU limits are not supported for the Free plan [code: 100328]'],
])('the free plan is named by what it is refused: %s', async (call, said) => {
  const { code, text } = await given(deploy, ['--url', url], { [call]: [1, said] })
  expect(code).toBe(1)
  expect(text).toContain('Tanggap needs Workers Paid')
  expect(text).toContain('mail to any address')
  expect(text).not.toContain('[code:')
})

test('the plan is seen before anything is changed, where the token may read it', async () => {
  account.plan = 'free'
  const seen = await given(deploy, ['--url', url])
  expect([seen.code, seen.text]).toEqual([1, expect.stringContaining(said('free plan'))])
  expect(seen.text).toContain('Nothing was changed')
  account.forbidden.add('subscriptions')
  expect((await given(deploy, ['--url', url])).code).toBe(0)
  account.plan = 'paid'
})

test.each([
  ['a plan of Workers', { rate_plan: { id: 'workers_paid' } }, true],
  ['a partner’s', { rate_plan: { id: 'PARTNERS_WORKERS_SS' } }, true],
  ['a contract', { rate_plan: { id: 'other', is_contract: true } }, true],
  ['a zone alone', { rate_plan: { id: 'pro', public_name: 'Pro Website' } }, false],
  ['one that ended', { state: 'Cancelled', rate_plan: { id: 'workers_paid' } }, false],
])('%s tells whether the account pays', async (_, subscription, paid) => {
  const ask = async () => ({ ok: true as const, result: [subscription] as never })
  expect(await isPaid({ ask }, 'a')).toBe(paid)
})

test('an address of the provider’s own is refused before anything is uploaded', async () => {
  const { code, text, lines } = await given(deploy, ['--url', 'https://tanggap.kota.workers.dev'])
  expect([code, text]).toEqual([1, expect.stringContaining(said('workers.dev'))])
  expect(lines.filter((line) => /create|bulk|deploy --var/.test(line))).toEqual([])
})

test('without a sign-in nothing is touched', async () => {
  const { code, text, lines } = await given(deploy, ['--url', url], { '^whoami': [1, ''] })
  expect(code).toBe(1)
  expect(text).toContain(said('no sign-in'))
  expect(text).toContain('npx wrangler login')
  expect(lines).toEqual(['deploy --dry-run --outdir=.cache/deploy', 'whoami --json'])
})

test.each([
  ['the program alone', ['program', 'program'], 0],
  ['a secret between', ['program', 'secret', 'program'], 1],
  ['a secret since', ['program', 'program', 'secret'], 1],
] as const)('a rollback goes over no changed secret: %s', async (_, made, ends) => {
  const versions = made.map((how, i) => ({
    ...{ id: `v${i}`, number: i },
    annotations: how === 'program' ? { 'workers/tag': 'tanggap' } : {},
  }))
  const deployed = versions.map(({ id }, i) => ({
    created_on: `2026-11-0${i + 1}`,
    versions: [{ version_id: id, percentage: 100 }],
  }))
  const { code, lines } = await given(rollback, [], {
    '^versions list': [0, JSON.stringify(versions)],
    '^deployments list': [0, JSON.stringify(deployed)],
  })
  expect(code).toBe(ends)
  expect(lines.filter((line) => line.startsWith('rollback'))).toHaveLength(1 - ends)
})

test('a dry run prints every step and calls nothing that needs an account', async () => {
  const { code, text, lines } = await given(deploy, ['--dry-run'])
  expect(code).toBe(0)
  expect(text.match(/^\d+\/\d+ /gm)).toHaveLength(11)
  expect(text).toContain('Nothing was changed.')
  expect(lines).toEqual(['deploy --dry-run --outdir=.cache/deploy'])
})

test('a year of the calendar is loaded as decreed, and a wrong file is refused', async () => {
  const file = 'seed/data/holidays-2026-2027.json'
  const { code, text, called } = await given(calendar, ['2026', file, '--remote'])
  expect(code).toBe(1)
  expect(text).toContain('is no day of 2026')
  expect(called).toEqual([])
})

test('as npm starts them: processes down to the wrangler on the PATH, with their exit codes', async () => {
  const calls = join(folder, 'calls')
  writeFileSync(kept, JSON.stringify({ IDENTITY_KEYS: JSON.stringify({ 1: 'first' }) }))
  const start = (script: string, ...args: string[]) =>
    spawned(script, args, {
      PATH: [join(import.meta.dirname, 'fake'), process.env.PATH].join(delimiter),
      CALLS: calls,
      SECRETS_FOLDER: folder,
    })
  const tried = await start('deploy', '--dry-run')
  expect(tried.text.match(/^\d+\/\d+ /gm)).toHaveLength(11)
  expect(tried.code).toBe(0)
  expect((await start('keys', 'rotate')).code).toBe(0)
  // there is but one version
  const failed = await start('rollback')
  expect(failed.code).toBe(1)
  expect(failed.text).not.toContain('    at ')
  const called = readFileSync(calls, 'utf8')
    .trim()
    .split('\n')
    .map((line): Call => JSON.parse(line))
  // what is only asked is asked at once, in any order
  const changing = called.filter(({ args }) => args[1] !== 'list')
  expect(changing.map(({ args }) => args.join(' '))).toEqual([
    'deploy --dry-run --outdir=.cache/deploy',
    'secret bulk',
  ])
  const put = JSON.parse(JSON.parse(changing[1]?.input ?? '{}').IDENTITY_KEYS)
  expect(Object.keys(put)).toEqual(['1', '2'])
})
