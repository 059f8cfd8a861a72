import { type Complaint, liveClock } from '../domain/case/complaint.ts'
import { concatBytes, fromBase64url, toBase64url } from '../domain/text/bytes.ts'
import type { ClockKind } from '../domain/time/clocks.ts'
import { DAY, type Instant } from '../domain/time/time.ts'
import { sameHash } from '../seal/digest.ts'
import { keyedDigest } from '../seal/keyed.ts'

/** 'confirm' is confirm or dispute. */
export type LinkPurpose = 'answer' | 'confirm'

export interface OneTimeLink {
  complaintId: number
  purpose: LinkPurpose
  /** A later question needs a later link. */
  round: number
  /** Of the address that it is sent to: it ends with that address. */
  mark: string
  expires: Instant
}

/** See docs/data.md, Reporter access. */
const LINK_DAYS = 14

const PURPOSES: readonly LinkPurpose[] = ['answer', 'confirm']
const CLOCK: Record<LinkPurpose, ClockKind> = { answer: 'completion', confirm: 'silence' }
const MARK = 6
const BODY = 14 + MARK
const MAC = 16

export function linkExpiry(at: Instant): Instant {
  return at + LINK_DAYS * DAY
}

export async function signLink(serverSecret: string, link: OneTimeLink): Promise<string> {
  const body = encode(link)
  return toBase64url(concatBytes(body, await mac(serverSecret, body)))
}

/** One that is over opens nothing, but says which report its words are for. */
export type CheckedLink =
  | { ok: true; link: OneTimeLink }
  | { ok: false; why: 'bad'; link: null }
  | { ok: false; why: 'expired'; link: OneTimeLink }

const BAD = { ok: false, why: 'bad', link: null } as const

export async function verifyLink(
  serverSecret: string,
  token: string,
  now: Instant,
): Promise<CheckedLink> {
  const bytes = fromBase64url(token)
  if (bytes?.length !== BODY + MAC) return BAD
  const body = bytes.subarray(0, BODY)
  const expected = toBase64url(await mac(serverSecret, body))
  if (!sameHash(expected, toBase64url(bytes.subarray(BODY)))) return BAD
  const link = decode(body)
  if (!link) return BAD
  return link.expires > now ? { ok: true, link } : { ok: false, why: 'expired', link }
}

/** Of one report alone, so that equal addresses do not look alike. */
export async function addressMark(
  serverSecret: string,
  complaintId: number,
  address: string,
): Promise<string> {
  const digest = await keyedDigest(serverSecret, 'address mark v1', [complaintId, address])
  return toBase64url(digest.subarray(0, MARK))
}

export function linkStands(link: OneTimeLink, complaint: Complaint): boolean {
  return (
    complaint.id === link.complaintId &&
    liveClock(complaint, CLOCK[link.purpose])?.round === link.round
  )
}

/** What it asks about ended, and nothing was asked anew since. */
export function linkWasLast(link: OneTimeLink, complaint: Complaint): boolean {
  const rounds = complaint.clocks.filter((k) => k.kind === CLOCK[link.purpose]).map((k) => k.round)
  return complaint.id === link.complaintId && Math.max(0, ...rounds) === link.round
}

async function mac(serverSecret: string, body: Uint8Array): Promise<Uint8Array> {
  const digest = await keyedDigest(serverSecret, 'one-time link v1', [toBase64url(body)])
  return digest.subarray(0, MAC)
}

function encode({ complaintId, purpose, round, mark, expires }: OneTimeLink): Uint8Array {
  const view = new DataView(new ArrayBuffer(BODY))
  view.setBigUint64(0, BigInt(complaintId))
  view.setUint8(8, PURPOSES.indexOf(purpose))
  view.setUint8(9, Math.min(255, round))
  view.setUint32(10, Math.floor(expires / 1000))
  const bytes = new Uint8Array(view.buffer)
  bytes.set(fromBase64url(mark)?.subarray(0, MARK) ?? [], BODY - MARK)
  return bytes
}

function decode(body: Uint8Array): OneTimeLink | null {
  const view = new DataView(body.buffer, body.byteOffset, BODY)
  const purpose = PURPOSES[view.getUint8(8)]
  if (!purpose) return null
  return {
    complaintId: Number(view.getBigUint64(0)),
    purpose,
    round: view.getUint8(9),
    mark: toBase64url(body.subarray(BODY - MARK)),
    expires: view.getUint32(10) * 1000,
  }
}
