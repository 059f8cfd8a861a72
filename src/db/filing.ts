import { eq } from 'drizzle-orm'
import type { FileCommand } from '../domain/acts/file.ts'
import { isRefusal, type Refusal } from '../domain/case/command.ts'
import { decideFiling } from '../domain/case/decide.ts'
import { makeReference } from '../domain/text/reference.ts'
import { DAY } from '../domain/time/time.ts'
import { deriveAccessKey, hashAccessKey } from '../seal/access-key.ts'
import { fieldsDigest, sameHash, tokenDigest } from '../seal/digest.ts'
import { TOKEN_DAYS, tokenTime } from '../seal/form-token.ts'
import { parseIdentityKeys } from '../seal/identity-keys.ts'
import { type Identity, sealIdentity } from '../seal/identity-seal.ts'
import { type Case, caseById } from './cases.ts'
import type { Database } from './database.ts'
import { newId } from './ids.ts'
import type { FiledWords } from './ledger/change.ts'
import { commit, type Queued } from './ledger/commit.ts'
import type { Statement } from './ledger/statement.ts'
import { contextOf, type Surroundings } from './run-command.ts'
import { filing, identity } from './schema/filing.ts'

export interface Filing {
  token: string
  command: Omit<FileCommand, 'name' | 'id' | 'reference'>
  words: FiledWords
  identity: { name: string | null; phone: string | null; email: string | null }
}

export interface FilingSecrets {
  SERVER_SECRET: string
  IDENTITY_KEYS: string
}

export type Filed =
  | { kind: 'filed'; found: Case; key: string; queued: Queued[] }
  /** The token was used for other fields: nothing of the first is shown. */
  | { kind: 'other_fields' }
  /** The form was opened more than a week ago: whether it was sent before is no longer known. */
  | { kind: 'old' }
  /** Its token is not one of ours, or did not arrive whole. */
  | { kind: 'no_token' }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'wait'; seconds: number }

/** Draws of a number before we give up; two collisions in a row do not happen. */
const DRAWS = 5

/** `hold` keeps back a new one; a form sent again costs nothing (docs/data.md, Filing once). */
export async function fileOnce(
  s: Surroundings,
  secrets: FilingSecrets,
  form: Filing,
  hold: () => Promise<number | null> = async () => null,
): Promise<Filed> {
  const made = tokenTime(secrets.SERVER_SECRET, form.token)
  if (made === null) return { kind: 'no_token' }
  if (s.now - made >= TOKEN_DAYS * DAY) return { kind: 'old' }
  const digests = await digestsOf(form)
  const before = await filedBefore(s, secrets, form, digests)
  if (before) return before
  const seconds = await hold()
  if (seconds !== null) return { kind: 'wait', seconds }
  for (let i = 0; i < DRAWS; i++) {
    const filed = await tryFiling(s, secrets, form, digests)
    if (filed === 'filing') return (await filedBefore(s, secrets, form, digests)) ?? gone()
    if (filed !== 'reference') return filed
  }
  throw new Error('no free report number')
}

function gone(): never {
  throw new Error('a filing that was there is gone')
}

interface Digests {
  token: string
  fields: string
}

async function digestsOf({ token, command, words, identity: who }: Filing): Promise<Digests> {
  const { text: _text, sensitive: _sensitive, ...fields } = command
  return {
    token: await tokenDigest(token),
    fields: await fieldsDigest(token, { ...fields, ...words, ...who }),
  }
}

async function filedBefore(
  s: Surroundings,
  secrets: FilingSecrets,
  form: Filing,
  digests: Digests,
): Promise<Filed | null> {
  const row = await filingOf(s.db, digests.token)
  if (!row) return null
  if (!sameHash(row.fieldsDigest, digests.fields)) return { kind: 'other_fields' }
  const found = await caseById(s.db, row.complaintId)
  if (!found) return null
  const key = await deriveAccessKey(secrets.SERVER_SECRET, form.token, row.complaintId)
  return { kind: 'filed', found, key, queued: [] }
}

async function filingOf(db: Database, digest: string) {
  const [row] = await db.select().from(filing).where(eq(filing.tokenDigest, digest))
  return row
}

async function tryFiling(
  s: Surroundings,
  secrets: FilingSecrets,
  form: Filing,
  digests: Digests,
): Promise<Filed | 'filing' | 'reference'> {
  const id = newId(s.now, s.random)
  const reference = makeReference(s.city.settings.prefix, s.random)
  const decision = decideFiling({ ...form.command, name: 'file', id, reference }, contextOf(s))
  if (isRefusal(decision)) return { kind: 'refused', refusal: decision }
  const key = await deriveAccessKey(secrets.SERVER_SECRET, form.token, id)
  const keyHash = form.command.hasKeyHolder ? await hashAccessKey(key, id) : null
  const rows = await filingRows(s, secrets, form, digests, id)
  const change = { decision, filed: { ...form.words, keyHash }, rows }
  const committed = await commit(s.db, [change], s.city, s.random)
  if (!committed.ok) return committed.conflict === 'filing' ? 'filing' : 'reference'
  const found = await caseById(s.db, id)
  return found ? { kind: 'filed', found, key, queued: committed.queued } : gone()
}

async function filingRows(
  s: Surroundings,
  secrets: FilingSecrets,
  form: Filing,
  digests: Digests,
  complaintId: number,
): Promise<(db: Database) => Statement[]> {
  const { name, phone, email } = form.identity
  const keys = parseIdentityKeys(secrets.IDENTITY_KEYS)
  const who: Identity = { name, phone, email }
  const nobody = name === null && phone === null && email === null
  const sealed = nobody ? null : await sealIdentity(keys, complaintId, who, s.random)
  return (db) => [
    db.insert(filing).values({
      tokenDigest: digests.token,
      fieldsDigest: digests.fields,
      complaintId,
      at: s.now,
    }),
    ...(sealed
      ? [
          db.insert(identity).values({
            complaintId,
            keyVersion: sealed.keyVersion,
            wrappedKey: sealed.wrappedKey,
            sealed: JSON.stringify(sealed.fields),
            hasName: name !== null,
            hasPhone: phone !== null,
            hasEmail: email !== null,
          }),
        ]
      : []),
  ]
}
