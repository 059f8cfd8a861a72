import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Account, newAccount, newId } from '../support/provider/account.ts'
import { Refusal } from '../support/provider/answer.ts'
import { type Operator, operatorOf, URL_OF_CITY } from '../support/provider/operator.ts'
import { type Provider, startProvider } from '../support/provider/server.ts'
import { isLong } from '../support/rounds.ts'
import { said } from './told.ts'

/** With the real wrangler, against the stand-in for the provider's API. */
let account: Account
let provider: Provider
let operator: Operator

beforeEach(async () => {
  account = newAccount()
  provider = await startProvider(account)
  operator = operatorOf(provider)
})

afterEach(async () => {
  operator.leave()
  await provider.close()
})

/** Each start of wrangler costs a second: in the gate it makes the database alone, in the long run all. */
const halfThere = () => {
  for (const name of ['tanggap-files', 'tanggap-backups']) account.buckets.set(name, new Map())
  for (const queue_name of ['tanggap-outbox', 'tanggap-previews', 'tanggap-outbox-dead'])
    account.queues.push({ queue_id: newId(), queue_name, consumers: [] })
}

const FIRST = ['--url', URL_OF_CITY, '--admin', 'rina@kota.go.id']
const deploy = (...args: string[]) => operator.run('deploy', args)

/** What stands in the account, without ids and moments. */
const standing = () => {
  const script = account.scripts.get('tanggap')
  return {
    buckets: [...account.buckets.keys()].toSorted(),
    queues: account.queues.map(({ queue_name, consumers }) => [queue_name, consumers.length]),
    hosts: account.domains.map(({ hostname, service }) => [hostname, service]),
    schedules: script?.schedules,
    secrets: Object.keys(script?.versions.at(-1)?.secrets ?? {}).toSorted(),
    runs: script?.versions.find(({ id }) => id === script.deployments[0]?.version)?.annotations,
    admins: rows("select count(*) as n from membership where role = 'admin'"),
    agencies: rows('select count(*) as n from agency'),
    links: Number(rows('select count(*) as n from verification')?.n) > 0,
  }
}

const rows = (sql: string) => account.databases[0]?.sqlite.prepare(sql).get()

const WHOLE = {
  buckets: ['tanggap-backups', 'tanggap-files'],
  queues: [
    ['tanggap-outbox', 1],
    ['tanggap-previews', 1],
    ['tanggap-outbox-dead', 1],
  ],
  hosts: [['lapor.kota.go.id', 'tanggap']],
  schedules: ['*/5 * * * *', '30 17 * * *', '0 1 * * *'],
  secrets: ['AUTH_SECRET', 'IDENTITY_KEYS', 'RECEIPT_KEY', 'SERVER_SECRET'],
  runs: { 'workers/tag': 'tanggap', 'workers/triggered_by': 'upload' },
  admins: { n: 1 },
  agencies: { n: expect.any(Number) },
  links: true,
}

test('a first deployment by the real wrangler stands whole, and keeps its address', async () => {
  if (!isLong) halfThere()
  const { code, text } = await deploy(...FIRST)
  expect([code, text]).toEqual([0, expect.stringContaining(`Tanggap answers at ${URL_OF_CITY}`)])
  expect(standing()).toEqual(WHOLE)
  expect(provider.unknown).toEqual([])
  const toml = readFileSync(join(operator.folder, 'wrangler.toml'), 'utf8')
  expect(toml).toContain(`PUBLIC_URL = "${URL_OF_CITY}"`)
  expect(provider.log.join()).not.toContain('/import')
  if (!isLong) return
  const secrets = account.scripts.get('tanggap')?.versions.at(-1)?.secrets
  const again = await deploy()
  expect([again.code, again.text]).toEqual([0, expect.stringContaining('Nothing is new.')])
  expect(standing()).toEqual(WHOLE)
  expect(account.scripts.get('tanggap')?.versions.at(-1)?.secrets).toEqual(secrets)
})

const taken: [string, () => void][] = [
  [
    'a DNS record',
    () =>
      void account.records.push({ name: 'lapor.kota.go.id', type: 'A', content: '203.0.113.7' }),
  ],
  [
    'a DNS record that only the public may read',
    () => {
      account.forbidden.add('dns_records')
      account.records.push({ name: 'lapor.kota.go.id', type: 'A', content: '203.0.113.7' })
    },
  ],
  [
    'another Worker',
    () => {
      const zone = { zone_id: 'z'.repeat(32), zone_name: 'kota.go.id' }
      account.domains.push({
        ...{ id: newId(), hostname: 'lapor.kota.go.id', service: 'situs-kota' },
        ...zone,
      })
    },
  ],
]

test.runIf(isLong).each(taken)('an address where %s stands is not taken over', async (_, lay) => {
  lay()
  const before = structuredClone([account.records, account.domains])
  const { code, text } = await deploy(...FIRST)
  expect([code, text]).toEqual([1, expect.stringContaining(said('address in use'))])
  expect(text).toContain('--take-over')
  expect(text).toContain('Nothing was changed')
  expect([account.records, account.domains]).toEqual(before)
  expect(provider.log.filter((line) => !line.startsWith('GET'))).toEqual([])
  const over = await deploy(...FIRST, '--take-over')
  expect([over.code, over.text]).toEqual([0, expect.stringContaining('Tanggap answers')])
  expect(standing().hosts).toEqual([['lapor.kota.go.id', 'tanggap']])
})

test.runIf(isLong)('another address never drops the old one unasked', async () => {
  expect((await deploy(...FIRST)).code).toBe(0)
  const moved = await deploy('--url', 'https://aduan.kota.go.id')
  expect([moved.code, moved.text]).toEqual([0, expect.stringContaining('Stays: https://lapor')])
  const hosts = ['aduan.kota.go.id', 'lapor.kota.go.id']
  expect(account.domains.map(({ hostname }) => hostname).toSorted()).toEqual(hosts)
  expect((await deploy('--drop-others')).code).toBe(0)
  expect(account.domains.map(({ hostname }) => hostname)).toEqual(['aduan.kota.go.id'])
})

const sites: [string, Account['site'], RegExp][] = [
  ['an older version', { status: 200, version: 'older' }, /gives version older, not version/],
  ['the new version in trouble', { status: 503 }, /HTTP 503 by the new version/],
]

test.runIf(isLong).each(sites)('where %s answers, the end says so', async (_, site, ends) => {
  account.site = site
  const { code, text } = await deploy(...FIRST)
  expect([code, text]).toEqual([1, expect.stringMatching(ends)])
  expect(text).toContain(said('`/sehat`'))
  expect(text).not.toContain('Tanggap answers at')
})

const lacks: [string, () => void, RegExp, ...failure: string[]][] = [
  ['permission for D1', () => void account.forbidden.add('d1'), /D1: Edit/, 'a permission'],
  ['permission for R2', () => void account.forbidden.add('r2'), /Workers R2 Storage: Edit/],
  [
    'R2',
    () => provider.failAt(1, /^GET r2\/buckets$/, new Refusal(403, 10042, 'Please enable R2.')),
    /in the dashboard/,
    'R2',
  ],
  ['permission for queues', () => void account.forbidden.add('queues'), /Queues: Edit/],
  ['permission for zones', () => void account.forbidden.add('zones'), /Zone: Read/, 'zones'],
  ['a zone', () => account.zones.splice(0), /Add the domain/, 'domain'],
  ['a mail domain', () => account.sending.splice(0), /enable kota\.go\.id/, 'mail domain'],
  [
    'name servers',
    () => {
      account.zones = account.zones.map((zone) => ({ ...zone, status: 'pending' }))
    },
    /is pending/,
    'name servers',
  ],
  [
    'a sender of its own',
    () => {
      const file = join(operator.folder, 'seed/settings.ts')
      writeFileSync(file, readFileSync(file, 'utf8').replace('@kota.go.id', '@kota.contoh.id'))
    },
    /from kota\.contoh\.id/,
    'sample sender',
  ],
  [
    'an account to choose',
    () => void account.accounts.push({ id: 'b'.repeat(32), name: 'Kota Lain' }),
    /export CLOUDFLARE_ACCOUNT_ID=b+ {3}# Kota Lain/,
    'several accounts',
  ],
  [
    'a sign-in',
    () => void account.forbidden.add('accounts'),
    /Authentication error/,
    'the sign-in cannot be looked at',
  ],
]

test.runIf(isLong).each(lacks)(
  'without %s nothing is changed',
  async (_, take, remedy, ...failures) => {
    take()
    const { code, text } = await deploy(...FIRST)
    expect([code, text]).toEqual([1, expect.stringMatching(remedy)])
    for (const failure of failures) expect(text).toContain(said(failure))
    expect(text).toContain('Nothing was changed')
    expect(provider.log.filter((line) => !line.startsWith('GET'))).toEqual([])
    expect(existsSync(join(operator.folder, '.secrets'))).toBe(false)
  },
)

test.runIf(isLong)('what is missing is said at once', async () => {
  account.forbidden.add('queues')
  account.sending.splice(0)
  const { text } = await deploy(...FIRST)
  expect(text.match(/^- /gm)).toHaveLength(2)
})

test.runIf(isLong)(
  'the free plan is named, and the deployment goes on once it is paid',
  async () => {
    account.plan = 'free'
    const seen = await deploy(...FIRST)
    expect([seen.code, seen.text]).toEqual([1, expect.stringContaining(said('free plan'))])
    expect(seen.text).toContain('Nothing was changed')
    account.forbidden.add('subscriptions')
    account.freeOf.add('queues')
    const queues = await deploy(...FIRST)
    expect([queues.code, queues.text]).toEqual([1, expect.stringContaining('Workers Paid')])
    expect(queues.text).toContain('Step 5 of 11 did not end')
    account.freeOf.clear()
    const { code, text } = await deploy(...FIRST)
    expect([code, text]).toEqual([1, expect.stringContaining('Workers Paid')])
    expect(text).toMatch(/steps 1 to 8 stand/)
    account.plan = 'paid'
    expect((await deploy(...FIRST)).code).toBe(0)
    expect(standing()).toEqual(WHOLE)
  },
)

const LATER = 'anything from step 5 on'

/** Each changing request of a first deployment, once by its kind. */
const HALVES = [
  'POST d1/database$',
  'POST r2/buckets',
  'POST queues$',
  'PATCH workers/scripts/tanggap/secrets-bulk',
  'POST d1/database/[^/]+/query',
  'POST workers/scripts/tanggap/versions',
  'POST workers/scripts/tanggap/deployments',
  'PUT workers/scripts/tanggap/schedules',
  '(POST|PUT) queues/[^/]+/consumers',
  'PUT workers/scripts/tanggap/domains/records',
]

test.runIf(isLong)(
  'a deployment that ends half-way, ever later, is finished by repeating',
  async () => {
    for (const at of HALVES) {
      // refused as what is no passing trouble: wrangler tries that again by itself
      provider.failAt(1, new RegExp(`^${at}`), new Refusal(400, 10001, 'Internal error'))
      const half = await deploy(...FIRST)
      expect([at, half.code, half.text]).toEqual([at, 1, expect.stringContaining(said(LATER))])
      expect(half.text).toContain('Internal error')
      expect(half.text).not.toContain('Tanggap answers at')
    }
    const whole = await deploy(...FIRST)
    expect([whole.code, whole.text]).toEqual([0, expect.stringContaining('Tanggap answers at')])
    expect(standing()).toEqual(WHOLE)
  },
)
