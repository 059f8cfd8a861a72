import type { Clock, ClockKind } from '../time/clocks.ts'
import type { Instant, IsoDate } from '../time/time.ts'

/** The ten states (docs/rules.md, States and classes); citizen's labels in words/id/states.ts. */
export const STATES = [
  'received',
  'awaiting_info',
  'routed',
  'in_progress',
  'awaiting_confirmation',
  'closed',
  'referred',
  'archived',
  'withdrawn',
  'merged',
] as const
export type State = (typeof STATES)[number]

export const OPEN_STATES = [
  'received',
  'awaiting_info',
  'routed',
  'in_progress',
  'awaiting_confirmation',
] as const satisfies readonly State[]

/** States in which an agency works on it. */
export const HANDLED_STATES = ['routed', 'in_progress'] as const satisfies readonly State[]

/** Nobody works on it any more, or somebody works on its root. */
export const OVER_STATES = [
  'closed',
  'referred',
  'archived',
  'withdrawn',
  'merged',
] as const satisfies readonly State[]

/** It went away without an answer: what was joined under it is on its own again. */
export const GONE_STATES = ['withdrawn', 'archived', 'referred'] as const satisfies readonly State[]

export const CLASSES = ['complaint', 'aspiration', 'information'] as const
export type ComplaintClass = (typeof CLASSES)[number]

export const PRIORITIES = ['normal', 'important', 'urgent'] as const
export type Priority = (typeof PRIORITIES)[number]

const CHANNELS = [
  'web',
  'widget',
  'counter',
  'phone',
  'letter',
  'whatsapp',
  'email',
  'lapor',
  'open311',
] as const
export type Channel = (typeof CHANNELS)[number]

export const SENSITIVITIES = ['child', 'health', 'violence'] as const
export type Sensitivity = (typeof SENSITIVITIES)[number]

/** What a verifier let out, part by part. Nothing is public before. */
interface Release {
  status: 'none' | 'released' | 'withdrawn'
  /** Exact point shown; only for categories marked as public works. */
  point: boolean
}

/**
 * One person's filing with its handling, as the rules see it: no words, no identity.
 * Handling is on the complaint that is its own root; a merged one has none until it splits.
 */
export interface Complaint {
  /** Time-ordered integer; never shown. */
  id: number
  reference: string
  /** Sequence number of its last event. */
  version: number
  lastHash: string
  rootId: number
  /** Filings handled under this root, itself counted; 1 when alone. */
  clusterSize: number
  state: State
  /** State to go back to from awaiting_info and merged. */
  cameFrom: State | null
  class: ComplaintClass
  supervisory: boolean
  sensitive: Sensitivity | null
  suspectedSpam: boolean
  /** The reporter asked that name and contact stay hidden from the agency too. */
  anonymous: boolean
  /** The reporter, the class or a flag keeps the report from the public. */
  confidential: boolean
  channel: Channel
  /** False when filed by staff for someone without a key: then the filer answers. */
  hasKeyHolder: boolean
  filedBy: string | null
  categoryId: number | null
  districtId: number | null
  subdistrictId: number | null
  /** Agency named by the reporter, then the one that the last return proposes. */
  proposedAgencyId: number | null
  /** Agency complained about where that is not the one that handles it: a supervisory case, or named by the reporter. */
  aboutAgencyId: number | null
  /** Agencies that returned it or were named and passed over: they stay complained about. */
  formerAgencyIds: number[]
  leadAgencyId: number | null
  supportingAgencyIds: number[]
  officerId: string | null
  priority: Priority
  receivedAt: Instant
  dayZero: IsoDate
  /** Day 0 of the first routing, when it was first found complete. */
  firstRoutedDay: IsoDate | null
  returns: number
  disputes: number
  /** Working days from day 0 to the agency's first public answer or question. */
  firstAnswerDays: number | null
  /** Working days from day 0 to the standing closure, pauses left out; null while none stands. */
  closeDays: number | null
  /** A settle or decide clock of it ended late, once. */
  everLate: boolean
  closedAt: Instant | null
  rating: number | null
  /** Identity and words are gone for good; the chain and the figures stay. */
  erased: boolean
  release: Release
  clocks: Clock[]
}

/** The handling is its own, not its root's. */
export function isRoot(complaint: Complaint): boolean {
  return complaint.rootId === complaint.id
}

export function isOpen(complaint: Pick<Complaint, 'state'>): boolean {
  return (OPEN_STATES as readonly State[]).includes(complaint.state)
}

/** The latest clock of a kind, running or not. */
export function clockOf(complaint: Pick<Complaint, 'clocks'>, kind: ClockKind): Clock | undefined {
  return complaint.clocks.filter((clock) => clock.kind === kind).at(-1)
}

/** The clock of a kind that runs or stands still. */
export function liveClock(complaint: Complaint, kind: ClockKind): Clock | undefined {
  const clock = clockOf(complaint, kind)
  return clock && (clock.status === 'running' || clock.status === 'paused') ? clock : undefined
}
