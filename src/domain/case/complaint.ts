import type { Clock, ClockKind } from '../time/clocks.ts'
import type { Instant, IsoDate } from '../time/time.ts'

/** docs/rules.md, States and classes; the citizen's labels are in words/id/states.ts. */
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

export const HANDLED_STATES = ['routed', 'in_progress'] as const satisfies readonly State[]

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
  'import',
  /** Nobody's: staff try the system out with it (docs/rules.md, The city). */
  'test',
] as const
export type Channel = (typeof CHANNELS)[number]

export function isTest({ channel }: Pick<Complaint, 'channel'>): boolean {
  return channel === 'test'
}

/** No figure counts it, so no list behind a number shows it. */
export function isUncounted(complaint: Pick<Complaint, 'channel' | 'quarantined'>): boolean {
  return complaint.quarantined || isTest(complaint)
}

export const SENSITIVITIES = ['child', 'health', 'violence'] as const
export type Sensitivity = (typeof SENSITIVITIES)[number]

interface Release {
  status: 'none' | 'released' | 'withdrawn'
  point: boolean
}

/** Words that wait for another's yes: the head's, or under a decision the leader's. */
export interface Draft {
  seq: number
  kind: 'reply' | 'closure' | 'decision'
  /** As the chain keeps an actor. */
  by: string
}

/** No words, no identity. A merged one has no handling of its own until it splits. */
export interface Complaint {
  /** Time-ordered integer; never shown. */
  id: number
  reference: string
  /** Sequence number of its last event. */
  version: number
  lastHash: string
  rootId: number
  /**
   * Filings handled under this root, itself counted; 1 when alone. More than 1 of a joined one: what
   * was joined under it is on its way to its root.
   */
  clusterSize: number
  state: State
  /** State to go back to from awaiting_info and merged, and when an objection is overruled. */
  cameFrom: State | null
  class: ComplaintClass
  supervisory: boolean
  sensitive: Sensitivity | null
  suspectedSpam: boolean
  /** Filed above what one address may: apart, and not counted, until a verifier has let it through. */
  quarantined: boolean
  /** The reporter asked that name and contact stay hidden from the agency too. */
  anonymous: boolean
  /** The reporter, the class or a flag keeps the report from the public. */
  confidential: boolean
  channel: Channel
  /** False when filed by staff for someone without a key: then the filer answers. */
  hasKeyHolder: boolean
  filedBy: string | null
  /**
   * Agencies of whoever filed with a key for somebody, and so has seen it; null where only the reporter
   * has, as after renewing it.
   */
  keySeenBy: number[] | null
  /** Whoever filed it for somebody is on the staff no more; read beside the row, where it matters. */
  filerLeft?: boolean
  categoryId: number | null
  districtId: number | null
  subdistrictId: number | null
  /** Agency named by the reporter, then the one that the last return proposes. */
  proposedAgencyId: number | null
  /** Agency complained about where another one handles it. */
  aboutAgencyId: number | null
  /** Agencies that returned it or were named and passed over: they stay complained about. */
  formerAgencyIds: number[]
  leadAgencyId: number | null
  supportingAgencyIds: number[]
  officerId: string | null
  priority: Priority
  receivedAt: Instant
  dayZero: IsoDate
  /** The earliest day that its first routing can count on. */
  firstRoutedDay: IsoDate | null
  returns: number
  /** The reporter's objection to how it ended: waiting, or decided by the city administrator. */
  objection: 'open' | 'upheld' | 'refused' | null
  disputes: number
  /** Working days from day 0 to the agency's first public answer or question. */
  firstAnswerDays: number | null
  /** Working days from day 0 to the standing closure, pauses left out; null while none stands. */
  closeDays: number | null
  everLate: boolean
  closedAt: Instant | null
  /** When the reporter had its end before them, if they did; read beside the row, where it matters. */
  toldAt?: Instant
  /** It ended because the reporter did not complete it. */
  lapsed: boolean
  /** Of an older record that it was brought from: the days as that record tells them. */
  told?: { day: IsoDate; ended: IsoDate | null }
  /** It ended in silence, and nobody could be told before: the key holder comes back whenever they do. */
  unheard: boolean
  rating: number | null
  /** One at a time; what the case leaves behind is nobody's to approve. */
  draft: Draft | null
  /** Identity and words are gone for good; the chain and the figures stay. */
  erased: boolean
  release: Release
  clocks: Clock[]
}

/** It was over when it was brought here: nobody is held to anything by it. */
export function isHistory({ told, clocks }: Pick<Complaint, 'told' | 'clocks'>): boolean {
  return told !== undefined && clocks.length === 0
}

export function isRoot(complaint: Complaint): boolean {
  return complaint.rootId === complaint.id
}

/** A root that others joined. */
export function hasMembers(complaint: Complaint): boolean {
  return isRoot(complaint) && complaint.clusterSize > 1
}

/** A root that was joined to another, while those under it follow it there. */
export function isHandingOn(complaint: Complaint): boolean {
  return !isRoot(complaint) && complaint.clusterSize > 1
}

export function isOpen(complaint: Pick<Complaint, 'state'>): boolean {
  return (OPEN_STATES as readonly State[]).includes(complaint.state)
}

export function clockOf(complaint: Pick<Complaint, 'clocks'>, kind: ClockKind): Clock | undefined {
  return complaint.clocks.filter((clock) => clock.kind === kind).at(-1)
}

export function liveClock(complaint: Complaint, kind: ClockKind): Clock | undefined {
  const clock = clockOf(complaint, kind)
  return clock && (clock.status === 'running' || clock.status === 'paused') ? clock : undefined
}
