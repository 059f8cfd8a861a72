import type { Case } from '../db/cases.ts'
import type { Database } from '../db/database.ts'
import type { ChannelName } from '../db/deliveries.ts'
import { emailChangeOf } from '../db/email-changes.ts'
import type { Settled } from '../db/held.ts'
import type { LetterTo, OutboxRow } from '../db/outbox.ts'
import {
  isUnsent,
  membersToTell,
  PAGE,
  reporterToTell,
  type SealedReporter,
  staffToTell,
  whereJoined,
} from '../db/recipients.ts'
import { accountOfEntry } from '../db/rights-log.ts'
import { hasMembers, isRoot } from '../domain/case/complaint.ts'
import type { City } from '../domain/city/city.ts'
import type { Instant } from '../domain/time/time.ts'
import { type IdentityKeys, parseIdentityKeys } from '../seal/identity-keys.ts'
import { openIdentity, type SealedIdentity } from '../seal/identity-seal.ts'
import { agencyCopy } from './agency-copy.ts'
import { audienceOf, type StaffTo } from './audience.ts'
import type { Channel } from './channels/channel.ts'
import { heldAddressee } from './held-addressee.ts'
import { letterRow } from './table.ts'

/** The address is opened only for sending. */
export interface Addressee {
  kind: 'reporter' | 'member' | 'staff' | 'agency' | 'outside' | 'mailbox'
  /** 'reporter:<complaint>', 'staff:<id>', 'agency:<id>' or 'mailbox:<letter>'; never an address. */
  key: string
  /** Of this person's own report, for reporters. */
  reference?: string
  cursor: string
  /** Told in the place of these, who do not exist. */
  insteadOf?: StaffTo
  /** null: there is none, though we thought so. @throws Error when it cannot be opened. */
  address: () => Promise<string | null>
  /** What else stands or falls with this letter. */
  settle?: (did: Settled) => Promise<void>
}

export interface Asking {
  db: Database
  env: Pick<Env, 'IDENTITY_KEYS' | 'SERVER_SECRET'>
  channel: Channel
  city: City
  now: Instant
  row: OutboxRow
  found: Case | null
}

interface Page {
  people: Addressee[]
  next: string | null
  /** Those whom it was for do not exist. */
  instead: boolean
}

const NOBODY: Page = { people: [], next: null, instead: false }

/** `after` is a cursor or ''. */
export async function toTell(asking: Asking, after = ''): Promise<Page> {
  const to = asking.row.recipient as LetterTo
  if (to === 'reporter') return reporters(asking, after)
  if (to === 'members') return members(asking, after)
  if (to === 'outside') return outside(asking)
  if (to === 'old_address' || to === 'new_address') return accountAddress(asking, to)
  if (to === 'person') return person(asking)
  if (to === 'mailbox') return mailbox(asking)
  const page = await staff(asking, to, after)
  if (to !== 'agency' || page.next !== null) return page
  return { ...page, people: [...page.people, ...(await agencyCopy(asking))] }
}

async function reporters(asking: Asking, after: string): Promise<Page> {
  const { db, env, channel, row, found } = asking
  if (!found || row.complaintId === null) return NOBODY
  const keys = parseIdentityKeys(env.IDENTITY_KEYS)
  const own = after === '' ? await reporterToTell(db, row.id, channel.name, row.complaintId) : []
  const people = own.map((one) => reporter(keys, one, channel.name, 'reporter'))
  if (!letterRow(row.template).members) return { ...NOBODY, people }
  const joined = await members(asking, after)
  return { ...joined, people: [...people, ...joined.people] }
}

/** Who goes from one place to another meanwhile is found when the letter is concluded. */
async function members({ db, env, channel, row, found }: Asking, after: string): Promise<Page> {
  if (!found || row.complaintId === null) return NOBODY
  const { complaint } = found
  if (isRoot(complaint) && !hasMembers(complaint)) return NOBODY
  const [place = 0, id = 0] = after.split('~').map(Number)
  const places = await whereJoined(db, complaint)
  for (let i = place; i < places.length; i++) {
    const where = places[i]
    if (!where) continue
    const from = i === place ? id : 0
    const joined = await membersToTell(db, row.id, channel.name, where, from)
    if (joined.length === 0) continue
    const keys = parseIdentityKeys(env.IDENTITY_KEYS)
    const full = joined.length === PAGE && joined.at(-1)
    return {
      people: joined.map((one) => reporter(keys, one, channel.name, 'member')),
      next: full ? `${i}~${full.id}` : i + 1 < places.length ? `${i + 1}~0` : null,
      instead: false,
    }
  }
  return NOBODY
}

function reporter(
  keys: IdentityKeys,
  { id, reference, keyVersion, wrappedKey, sealed }: SealedReporter,
  channel: ChannelName,
  kind: 'reporter' | 'member',
): Addressee {
  return {
    kind,
    key: `reporter:${id}`,
    reference,
    cursor: String(id),
    address: async () => {
      const fields = JSON.parse(sealed ?? '{}') as SealedIdentity['fields']
      const open = await openIdentity(keys, id, {
        keyVersion,
        wrappedKey,
        fields: { [channel]: fields[channel] ?? null },
      })
      return open?.[channel] ?? null
    },
  }
}

async function outside({ db, channel, row, city }: Asking): Promise<Page> {
  const address = city.settings.digestAddress ?? null
  const one: Addressee = {
    kind: 'outside',
    key: 'outside',
    cursor: '',
    address: async () => address,
  }
  const left = address !== null && (await isUnsent(db, row.id, channel.name, one.key))
  return { ...NOBODY, people: left ? [one] : [] }
}

async function accountAddress(
  { db, channel, row }: Asking,
  to: 'old_address' | 'new_address',
): Promise<Page> {
  const key = `address:${to}`
  if (!(await isUnsent(db, row.id, channel.name, key))) return NOBODY
  const [, id] = row.dedupe.split('|')
  const change = await emailChangeOf(db, Number(id))
  const address = async () => change?.[to === 'old_address' ? 'previous' : 'email'] ?? null
  return { ...NOBODY, people: [{ kind: 'outside', key, cursor: '', address }] }
}

/** Whose account the entry on record is about. */
async function person({ db, channel, row }: Asking): Promise<Page> {
  const found = await accountOfEntry(db, Number(row.dedupe.split('|')[1]))
  const key = `staff:${found?.id}`
  if (!found || !(await isUnsent(db, row.id, channel.name, key))) return NOBODY
  const address = async () => found.email
  return { ...NOBODY, people: [{ kind: 'staff', key, cursor: '', address }] }
}

async function mailbox(asking: Asking): Promise<Page> {
  const one = await heldAddressee(asking)
  return { people: one ? [one] : [], next: null, instead: false }
}

async function staff(asking: Asking, to: StaffTo, after: string): Promise<Page> {
  const { db, channel, row, now } = asking
  const audience = await audienceOf(asking, to)
  if (audience === null) return NOBODY
  const query = { outboxId: row.id, channel: channel.name, now, ...audience.group }
  const rows = await staffToTell(db, query, after)
  const last = rows.length === PAGE ? rows.at(-1) : undefined
  const people = rows.map(
    ({ id, email }): Addressee => ({
      kind: 'staff',
      key: `staff:${id}`,
      cursor: id,
      insteadOf: audience.instead ? to : undefined,
      address: async () => email,
    }),
  )
  return { people, next: last ? last.id : null, instead: audience.instead }
}
