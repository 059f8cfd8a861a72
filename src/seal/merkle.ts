import { concatBytes, toHex, utf8 } from '../domain/text/bytes.ts'
import type { IsoDate } from '../domain/time/time.ts'
import { GENESIS } from './chain.ts'
import { canonicalJson, sha256, sha256Hex } from './digest.ts'

export interface DayLeaf {
  number: string
  seq: number
  hash: string
}

export interface DayDigest {
  root: string
  /** Hex hash over day, root, count and the digest of the day before. */
  hash: string
  count: number
}

export interface DayRecord extends DayDigest {
  day: IsoDate
  previous: string
  leaves: readonly DayLeaf[]
}

export const DAY_GENESIS = GENESIS

export function dayLeaves(
  events: Iterable<{ complaint: string; seq: number; hash: string }>,
): DayLeaf[] {
  const last = new Map<string, DayLeaf>()
  for (const { complaint, seq, hash } of events) {
    if (seq > (last.get(complaint)?.seq ?? 0)) last.set(complaint, { number: complaint, seq, hash })
  }
  return inOrder([...last.values()])
}

/** A day without changes has one, too. @throws TypeError when a number has two leaves. */
export async function dayDigest(input: {
  day: IsoDate
  leaves: readonly DayLeaf[]
  previous: string
}): Promise<DayDigest> {
  const { day, leaves, previous } = input
  if (new Set(leaves.map((leaf) => leaf.number)).size !== leaves.length) {
    throw new TypeError('a complaint has one leaf a day')
  }
  const root = await merkleRoot(leaves)
  const count = leaves.length
  return { root, count, hash: await sha256Hex(canonicalJson({ day, root, count, previous })) }
}

export interface DayFinding {
  problem: 'count-differs' | 'leaves-differ' | 'wrong-previous-day' | 'hash-differs'
  day: IsoDate
}

export async function verifyDay(record: DayRecord, hashOfDayBefore: string): Promise<DayFinding[]> {
  const { day, root, count, previous, leaves } = record
  const findings: DayFinding[] = []
  if (count !== leaves.length) findings.push({ problem: 'count-differs', day })
  if (root !== (await merkleRoot(leaves))) findings.push({ problem: 'leaves-differ', day })
  if (previous !== hashOfDayBefore) findings.push({ problem: 'wrong-previous-day', day })
  const hash = await sha256Hex(canonicalJson({ day, root, count, previous }))
  if (record.hash !== hash) findings.push({ problem: 'hash-differs', day })
  return findings
}

/** RFC 6962 section 2.1: a 0 before leaves, a 1 before nodes: no node passes for a leaf. */
export async function merkleRoot(leaves: readonly DayLeaf[]): Promise<string> {
  const hashes = await Promise.all(inOrder(leaves).map(leafHash))
  return toHex(await rootOf(hashes))
}

function leafHash({ number, seq, hash }: DayLeaf): Promise<Uint8Array> {
  return sha256(concatBytes(Uint8Array.of(0), utf8(canonicalJson([number, seq, hash]))))
}

async function rootOf(hashes: readonly Uint8Array[]): Promise<Uint8Array> {
  const [only] = hashes
  if (!only) return sha256('')
  if (hashes.length === 1) return only
  const half = 2 ** (31 - Math.clz32(hashes.length - 1))
  const left = await rootOf(hashes.slice(0, half))
  const right = await rootOf(hashes.slice(half))
  return sha256(concatBytes(Uint8Array.of(1), left, right))
}

function inOrder(leaves: readonly DayLeaf[]): DayLeaf[] {
  return leaves.toSorted((a, b) => (a.number < b.number ? -1 : a.number > b.number ? 1 : 0))
}
