import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PUBLISH_CITY } from '../src/db/publish-city.ts'
import { type BackupJwk, backupKeyId, newBackupKey } from '../src/seal/backup-key.ts'
import type { SigningJwk } from '../src/seal/signing-key.ts'
import { changeSql, querySql, type Where } from './command.ts'
import { copyOfSecrets, readSecrets, writeSecrets } from './deploy/secrets.ts'
import { type Secrets, writeDevVarsOnce } from './secrets.ts'
import { readConfig } from './settings.ts'
import type { Shell } from './shell.ts'

/** What a backup is read with: whose signature counts, which keys open it and its identities. */
export interface KeysAtHand {
  signers: SigningJwk[]
  /** By id. */
  backup: Map<string, BackupJwk>
  /** Master keys by version, as in IDENTITY_KEYS, with those that were retired. */
  identity: Record<string, string>[]
  retired: Set<string>
}

/** From the city's copy of the secrets, and the local ones beside it. */
export function keysAtHand(shell: Pick<Shell, 'env'>, signedBy?: string): KeysAtHand {
  const copies = [readConfig().name, LOCAL].map((name) => readSecrets(copyOfSecrets(shell, name)))
  const all = [...copies, devVars(shell)]
  const published = signedBy ? [{ kty: 'OKP', crv: 'Ed25519', x: signedBy }] : []
  const signers = all.flatMap(({ RECEIPT_KEY }) => (RECEIPT_KEY ? [JSON.parse(RECEIPT_KEY)] : []))
  const backup = all.flatMap(({ BACKUP_KEYS }) =>
    Object.entries(JSON.parse(BACKUP_KEYS ?? '{}') as Record<string, BackupJwk>),
  )
  const identity = all.map(({ IDENTITY_KEYS, RETIRED_KEYS }) => ({
    ...JSON.parse(RETIRED_KEYS ?? '{}'),
    ...JSON.parse(IDENTITY_KEYS ?? '{}'),
  }))
  const retired = all.flatMap(({ IDENTITY_KEYS, RETIRED_KEYS }) => {
    const current = new Set(Object.keys(JSON.parse(IDENTITY_KEYS ?? '{}')))
    return Object.keys(JSON.parse(RETIRED_KEYS ?? '{}')).filter((version) => !current.has(version))
  })
  return {
    signers: [...signers, ...published],
    backup: new Map(backup),
    identity,
    retired: new Set(retired),
  }
}

/** The copy that belongs to the local database. */
const LOCAL = 'local'

type Vars = Partial<Secrets & { BACKUP_KEYS: string; RETIRED_KEYS: string }>

function devVars({ env }: Pick<Shell, 'env'>): Vars {
  const file = env.DEV_VARS ?? '.dev.vars'
  if (!existsSync(file)) return {}
  const lines = readFileSync(file, 'utf8').matchAll(/^(\w+)='(.*)'$/gm)
  return Object.fromEntries(Array.from(lines, ([, name, value]) => [name, value]))
}

/** What the local Worker signs with; made where nothing has run here yet. */
export function localReceiptKey(shell: Pick<Shell, 'env'>): string {
  writeDevVarsOnce(shell.env.DEV_VARS)
  const { RECEIPT_KEY } = devVars(shell)
  if (!RECEIPT_KEY)
    throw new Error('.dev.vars has no RECEIPT_KEY. Remove it: npm run dev writes one')
  return RECEIPT_KEY
}

/** Makes the pair that backups are sealed for, unless the city has one. @returns its id, if new */
export async function makeBackupKey(
  shell: Shell,
  where: Where,
  anew = false,
): Promise<string | null> {
  const count = `select count(*) as n from setting where key = 'backupKey'`
  const [known] = await querySql<{ n: number }>(shell, where, count)
  if (known?.n === 1 && !anew) return null
  const { id, x } = await keepBackupKey(shell, where === '--local' ? LOCAL : readConfig().name)
  await changeSql(shell, where, [setBackupKey(x), PUBLISH_CITY])
  return id
}

/** Into the copy first: what is sealed for a key that nobody holds is lost. */
export async function keepBackupKey(shell: Pick<Shell, 'env'>, name = LOCAL) {
  const jwk = await newBackupKey()
  const id = await backupKeyId(jwk.x)
  const file = copyOfSecrets(shell, name)
  const kept = readSecrets(file)
  const BACKUP_KEYS = JSON.stringify({ ...JSON.parse(kept.BACKUP_KEYS ?? '{}'), [id]: jwk })
  writeSecrets(file, { ...kept, BACKUP_KEYS })
  return { id, x: jwk.x, file: join(file) }
}

export function setBackupKey(x: string): string {
  return `insert into setting (key, value) values ('backupKey', '"${x}"') on conflict (key) do update set value = excluded.value;`
}
