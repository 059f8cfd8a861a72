import type { FileCommand } from '../domain/acts/file.ts'
import { isRefusal, type Refusal } from '../domain/case/command.ts'
import { decideFiling } from '../domain/case/decide.ts'
import { contextOf } from '../domain/city/rule-context.ts'
import { makeReference } from '../domain/text/reference.ts'
import { DAY, type Instant } from '../domain/time/time.ts'
import { deriveAccessKey } from '../seal/access-key.ts'
import type { Written } from '../seal/chain.ts'
import { sameHash, tokenDigest } from '../seal/digest.ts'
import { makingOf, TOKEN_DAYS } from '../seal/form-token.ts'
import { parseIdentityKeys } from '../seal/identity-keys.ts'
import { type Identity, sealIdentity } from '../seal/identity-seal.ts'
import { keyFits, sealedKeyHash } from '../seal/key-hash.ts'
import { fieldsDigest } from '../seal/keyed.ts'
import { everySecret } from '../seal/server-secret.ts'
import { witnessOf } from '../seal/witness.ts'
import { type Case, caseById } from './cases.ts'
import type { Database } from './database.ts'
import { type Before, type Digests, type FilingLimit, filingsBefore } from './filings-before.ts'
import { newId } from './ids.ts'
import type { Change, FiledWords } from './ledger/change.ts'
import { commit, type Queued } from './ledger/commit.ts'
import { added, type Write } from './ledger/write.ts'
import { type FirstPromise, promiseIn } from './receipts.ts'
import type { Surroundings } from './run-command.ts'
import { filing, identity } from './schema/filing.ts'

export interface Filing {
  token: string
  command: Omit<FileCommand, 'name' | 'id' | 'reference'>
  words: FiledWords
  identity: { name: string | null; phone: string | null; email: string | null }
  /** Whoever files is asked before the same words are filed twice within a day. */
  asksIfSame?: boolean
  /** The form is closed: only what was filed before is answered. */
  onlyKnown?: boolean
}

export interface FilingSecrets {
  SERVER_SECRET: string
  IDENTITY_KEYS: string
}

export type Filed =
  /** `promise`: null of a form that was sent before. */
  | { kind: 'filed'; found: Case; key: string; promise: FirstPromise | null; queued: Queued[] }
  /** The token was used for other fields: nothing of the first is shown. */
  | { kind: 'other_fields' }
  /** The form was opened more than a week ago: whether it was sent before is no longer known. */
  | { kind: 'old' }
  /** Its token is not one of ours, or did not arrive whole. */
  | { kind: 'no_token' }
  /** Another form brought the same within a day. */
  | { kind: 'same'; reference: string }
  /** It was filed; its browser signed out since, or the key was renewed: it lets nobody in again. */
  | { kind: 'left'; reference: string }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'closed' }

/** Draws of a number before we give up; two collisions in a row do not happen. */
const DRAWS = 5

/** One trip reads what stands before it, one writes: docs/data.md, Filing once. */
export async function fileOnce(
  s: Surroundings,
  secrets: FilingSecrets,
  form: Filing,
  limit: FilingLimit | null = null,
): Promise<Filed> {
  const making = makingOf(secrets.SERVER_SECRET, form.token)
  if (making === null) return { kind: 'no_token' }
  if (s.now - making.made >= TOKEN_DAYS * DAY) return { kind: 'old' }
  const digests = await digestsOf(secrets, form, making.secret)
  const look = (counted: FilingLimit | null) =>
    filingsBefore(s, digests, form.asksIfSame === true, counted)
  const before = await look(limit)
  const known = await filedBefore(s, secrets, form, digests, before)
  if (known) return known
  if (form.onlyKnown) return { kind: 'closed' }
  const command = { ...form.command, quarantined: before.isTooMany }
  const witness = witnessOf(before.earlier)
  for (let i = 0; i < DRAWS; i++) {
    const filed = await tryFiling(s, secrets, { ...form, command }, digests, witness)
    if (filed === 'filing')
      return (await filedBefore(s, secrets, form, digests, await look(null))) ?? { kind: 'old' }
    if (filed !== 'reference') return filed
  }
  throw new Error('no free report number')
}

async function digestsOf(
  { SERVER_SECRET }: FilingSecrets,
  { token, command, words, identity: who }: Filing,
  secret: string,
): Promise<Digests> {
  const { text: _text, sensitive: _sensitive, ...fields } = command
  const under = (one: string) => fieldsDigest(one, { ...fields, ...words, ...who })
  return {
    token: await tokenDigest(token),
    fields: await under(secret),
    alike: await Promise.all(everySecret(SERVER_SECRET).map(under)),
  }
}

async function filedBefore(
  s: Surroundings,
  secrets: FilingSecrets,
  form: Filing,
  digests: Digests,
  { row, same }: Before,
): Promise<Filed | null> {
  if (!row) return same && form.asksIfSame ? { kind: 'same', reference: same.reference } : null
  if (!sameHash(row.fieldsDigest, digests.fields)) return { kind: 'other_fields' }
  const found = await caseById(s.db, row.complaintId)
  if (!found) return null
  if (row.leftAt !== null) return { kind: 'left', reference: found.complaint.reference }
  const key = await deriveAccessKey(secrets.SERVER_SECRET, form.token, row.complaintId)
  const { keyHash } = found.row
  const keys = parseIdentityKeys(secrets.IDENTITY_KEYS)
  if (keyHash !== null && !(await keyFits(keys, row.complaintId, keyHash, key)))
    return { kind: 'left', reference: found.complaint.reference }
  return { kind: 'filed', found, key, promise: null, queued: [] }
}

async function tryFiling(
  s: Surroundings,
  secrets: FilingSecrets,
  form: Filing,
  digests: Digests,
  witness: Written,
): Promise<Filed | 'filing' | 'reference'> {
  const id = newId(s.now, s.random)
  const reference = makeReference(s.city.settings.prefix, s.random)
  const decision = decideFiling({ ...form.command, name: 'file', id, reference }, contextOf(s))
  if (isRefusal(decision)) return { kind: 'refused', refusal: decision }
  const key = await deriveAccessKey(secrets.SERVER_SECRET, form.token, id)
  const keys = parseIdentityKeys(secrets.IDENTITY_KEYS)
  const keyHash = form.command.hasKeyHolder ? await sealedKeyHash(keys, id, key, s.random) : null
  const rows = await identityRows(s, secrets, form.identity, id)
  const beside = (db: Database) => [filingRow(db, digests, id, s.now)]
  const filed = { ...form.words, keyHash }
  const change: Change = { decision, found: null, filed, witness, rows, beside }
  const committed = await commit(s.db, [change], s.city, s.random)
  if (!committed.ok) return committed.conflict === 'filing' ? 'filing' : 'reference'
  const { cases, events, queued } = committed
  return { kind: 'filed', found: cases[0], key, promise: promiseIn(events[0]), queued }
}

function filingRow(db: Database, { token, fields }: Digests, complaintId: number, at: Instant) {
  return db.insert(filing).values({ tokenDigest: token, fieldsDigest: fields, complaintId, at })
}

export async function identityRows(
  s: Pick<Surroundings, 'random'>,
  secrets: Pick<FilingSecrets, 'IDENTITY_KEYS'>,
  { name, phone, email }: Filing['identity'],
  complaintId: number,
): Promise<() => Write[]> {
  if (name === null && phone === null && email === null) return () => []
  const keys = parseIdentityKeys(secrets.IDENTITY_KEYS)
  const who: Identity = { name, phone, email }
  const sealed = await sealIdentity(keys, complaintId, who, s.random)
  return () => [
    added(identity, {
      complaintId,
      keyVersion: sealed.keyVersion,
      wrappedKey: sealed.wrappedKey,
      sealed: JSON.stringify(sealed.fields),
      hasName: name !== null,
      hasPhone: phone !== null,
      hasEmail: email !== null,
    }),
  ]
}
