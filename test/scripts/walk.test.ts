import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newAccount } from '../support/provider/account.ts'
import { aNight } from '../support/provider/filed.ts'
import { type Operator, operatorOf } from '../support/provider/operator.ts'
import { type Provider, startProvider } from '../support/provider/server.ts'
import { isLong } from '../support/rounds.ts'
import { toldCommands } from './told.ts'

/** A stranger types what docs/operations.md says, in its order, with the real wrangler. */
const account = newAccount()
let provider: Provider
let operator: Operator

beforeAll(async () => {
  account.sending = []
  provider = await startProvider(account)
  operator = operatorOf(provider)
})

afterAll(async () => {
  operator.leave()
  await provider.close()
})

const at = (name: string) => join(operator.folder, name)
const type = (line: string) => operator.type(line)
const backupFolder = () =>
  `backups/${readdirSync(at('backups')).find((name) => name.startsWith('20'))}`

interface Step {
  /** With what stands for something in the text put in. */
  as?: () => string
  /** What must have happened before, which is not the operator's doing here. */
  before?: () => unknown
  code?: number
  says: RegExp
}

/** Why a line is not typed here. */
type Elsewhere = string

const GATE = 'the gate does it'
const BROWSER = 'needs a browser; a token stands in for it'
const SWEPT = 'of files, which the stand-in has none of: sweep.test.ts'
const AFTER_LOSS = 'only where something went wrong before'
const LOCAL = 'of the local database: backup.test.ts, commands.test.ts'
const PROVIDERS_COPY = 'the provider’s own copy of the database, which the stand-in does not keep'
const RCLONE = 'another’s tool, for the photos of a large city'
const GIVEN = 'with what it is given, further below'

const SKB = {
  source: 'SKB 2027',
  holidays: Array.from({ length: 12 }, (_, i) => ({
    date: `2028-${String(i + 1).padStart(2, '0')}-03`,
    name: `Hari ${i + 1}`,
    kind: 'libur_nasional',
  })),
}

const WALK: [line: string, step: Step | Elsewhere][] = [
  ['npm install', GATE],
  ['npx wrangler login', BROWSER],
  ['npx wrangler email sending enable kota.go.id', { says: /enabled for kota\.go\.id/ }],
  ['npx wrangler email sending dns get kota.go.id', { says: /TXT record/ }],
  [
    'export CLOUDFLARE_ACCOUNT_ID=…',
    { as: () => `export CLOUDFLARE_ACCOUNT_ID=${account.id}`, says: /^$/ },
  ],
  ['npm run deploy -- --dry-run', { says: /Nothing was changed/ }],
  [
    'npm run deploy -- --url https://lapor.kota.go.id --admin rina@kota.go.id',
    { says: /petugas\/sandi[\s\S]*Tanggap answers at https:\/\/lapor\.kota\.go\.id/ },
  ],
  ['npm run keys -- check', { says: /(: the same\n[\s\S]*){4}/ }],
  ['npx wrangler email sending enable …', GIVEN],
  ['npm run deploy', { says: /Tanggap answers at/ }],
  ['npm run keys -- put', { says: /The Worker has the copy's/ }],
  ['npm run backup:key', LOCAL],
  ['npm run readonly -- off --remote', { says: /Changes are allowed again/ }],
  ['npm run keys -- make AUTH_SECRET', { says: /a new AUTH_SECRET/ }],
  ['npm run keys -- rotate', { says: /Key 2 seals from now on/ }],
  ['npm run keys -- make RECEIPT_KEY', { says: /receiptKeys/ }],
  ['npm run keys -- make SERVER_SECRET', { says: /a new SERVER_SECRET/ }],
  [
    `npx wrangler d1 execute DB --remote --command "insert into setting (key, value) values ('receiptKeys', '[{\\"x\\":\\"…\\",\\"until\\":\\"2026-11-24\\"}]') on conflict (key) do update set value = excluded.value"`,
    { says: /Executed/ },
  ],
  ['npm run keys -- make NAME', GIVEN],
  ['npm run keys -- status --remote', { says: /no identities/ }],
  ['npm run keys -- retire', { says: /Only key 2 is left/ }],
  ['npm run keys -- put-back', { says: /Key 1 opens again/ }],
  ['npm run restore', GIVEN],
  [
    'npm run rollback',
    // the secrets of the versions before are others
    {
      before: async () => [await type('npm run deploy'), await type('npm run deploy')],
      says: /runs again/,
    },
  ],
  [
    'npm run rollback -- VERSION',
    { as: () => `npm run rollback -- ${newestProgram()}`, says: /runs again/ },
  ],
  [
    'npm run backup:fetch -- --list --remote',
    { before: () => aNight(account, at('.secrets/tanggap.json'), 3), says: /20\d{6}T\d{6}Z/ },
  ],
  ['npm run backup:fetch -- --remote', { says: /Whole, in backups/ }],
  [
    'npm run restore -- backups/20261124T173000Z',
    {
      as: () => `npm run restore -- ${backupFolder()}`,
      says: /3 complaints[\s\S]*Nothing was changed/,
    },
  ],
  ['npm run check:history -- --kept', GIVEN],
  ['npm run backup', LOCAL],
  ['npm run backup:fetch', LOCAL],
  ['npm run restore -- FOLDER --local', LOCAL],
  ['npm run dev', LOCAL],
  ['npm run drill', GATE],
  ['npm run test:long', GATE],
  [
    'rclone config create r2 s3 provider=Cloudflare access_key_id=… secret_access_key=… endpoint=https://….r2.cloudflarestorage.com',
    RCLONE,
  ],
  ['rclone copy r2:tanggap-backups/files backups/files', RCLONE],
  ['npm run backup:key -- --remote --new', { says: /sealed for key/ }],
  ['npm run readonly -- on --remote', { says: /nothing can be changed/ }],
  ['npx wrangler d1 time-travel info DB --timestamp 2026-11-24T08:00:00+07:00', PROVIDERS_COPY],
  ['npx wrangler d1 time-travel restore DB --timestamp 2026-11-24T08:00:00+07:00', PROVIDERS_COPY],
  [
    'npm run restore -- FOLDER --remote',
    {
      as: () => `npm run restore -- ${backupFolder()} --remote`,
      says: /Restored into tanggap-restored-/,
    },
  ],
  [
    'npm run deploy -- --url …',
    {
      before: putRestoredName,
      as: () => 'npm run deploy -- --url https://lapor.kota.go.id',
      says: /Tanggap answers at/,
    },
  ],
  [
    'npm run restore -- FOLDER --file FILE',
    {
      as: () => `npm run restore -- ${backupFolder()} --file city.sqlite`,
      says: /in city\.sqlite/,
    },
  ],
  [
    'npm run check:history -- --database FILE --kept backups/digests',
    {
      as: () => 'npm run check:history -- --database city.sqlite --kept backups/digests',
      says: /3 complaints.* 0 findings/,
    },
  ],
  ['npm run letters -- list --remote', { says: /letters wait for you/ }],
  ['npm run sweep -- --remote', SWEPT],
  ['npm run sweep -- --remote --from backups/files', SWEPT],
  ['npm run sweep', LOCAL],
  ['npx wrangler d1 delete …', AFTER_LOSS],
  ['npm run backup:key -- --remote', AFTER_LOSS],
  [
    'npm run admin:invite -- rina@kota.go.id --remote --url https://lapor.kota.go.id',
    { says: /https:\/\/lapor\.kota\.go\.id\/petugas\/sandi\// },
  ],
  ['npm run readonly -- on', LOCAL],
  [
    'npm run check:history -- --database FILE',
    { as: () => 'npm run check:history -- --database city.sqlite', says: /0 findings/ },
  ],
  ['npm run check:history', LOCAL],
  [
    'npm run restore -- FOLDER --file FILE --even-so',
    {
      before: () => rmSync(at('city.sqlite')),
      as: () => `npm run restore -- ${backupFolder()} --file city.sqlite --even-so`,
      says: /in city\.sqlite/,
    },
  ],
  [
    'npm run check:history -- --database FILE --kept FOLDER',
    {
      as: () => 'npm run check:history -- --database city.sqlite --kept backups/digests',
      says: /0 findings/,
    },
  ],
  ['npm run restore -- FOLDER --even-so', GIVEN],
  [
    'npm run calendar -- 2028 skb-2028.json --remote --dry-run',
    { before: () => writeFileSync(at('skb-2028.json'), JSON.stringify(SKB)), says: /working days/ },
  ],
]

function newestProgram(): string {
  const versions = account.scripts.get('tanggap')?.versions ?? []
  return versions.findLast(({ annotations }) => annotations['workers/tag'])?.id ?? ''
}

/** Step 3 of a restore. */
function putRestoredName(): void {
  const name = account.databases.at(-1)?.name ?? ''
  const toml = readFileSync(at('wrangler.toml'), 'utf8')
  writeFileSync(
    at('wrangler.toml'),
    toml.replace(/^database_name = .*$/m, `database_name = "${name}"`),
  )
}

test('each command that docs/operations.md gives is walked, in its order, or said why not', () => {
  expect(WALK.map(([line]) => line)).toEqual(toldCommands())
  // by its binding: after a restore the database has another name, and the old one is still there
  expect(toldCommands().filter((line) => /wrangler d1 .*\btanggap\b/.test(line))).toEqual([])
})

test.runIf(isLong)(
  'a stranger gets from nothing to a running city, and back after its loss',
  async () => {
    for (const [line, step] of WALK) {
      if (typeof step === 'string') continue
      await step.before?.()
      const { code, text } = await type(step.as?.() ?? line)
      expect([line, code, text]).toEqual([line, step.code ?? 0, expect.stringMatching(step.says)])
      expect(text).not.toMatch(/^ {4}at |node:internal/m)
    }
    expect(provider.unknown).toEqual([])
    expect(existsSync(at('.secrets/tanggap.json'))).toBe(true)
  },
)
