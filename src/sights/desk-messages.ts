import type { Dossier, MessageRow } from '../db/dossier.ts'
import { actOf } from '../domain/acts/acts.ts'
import { isShown } from '../domain/case/shown.ts'
import type { City } from '../domain/city/city.ts'
import type { Instant } from '../domain/time/time.ts'
import type { Eye } from './eye.ts'
import { type AgencyName, agencyName } from './names.ts'
import type { Names, Person } from './person.ts'

export type ReadWords =
  /** A verifier reads it first: that there is one, and no more. */
  | { kind: 'hidden' }
  | {
      kind: 'words'
      text: string | null
      reason: string | null
      /** What reporter and public read in its place. */
      masked: string | null
      /** 'spent': a draft that nobody can let out any more. */
      waits: 'approval' | 'screening' | 'spent' | null
    }

export interface DeskSaid {
  at: Instant
  by: Person
  agency: AgencyName | null
  words: ReadWords
}

type Read = Pick<Dossier, 'complaint' | 'events' | 'reveals'>

/** Null when it is none of theirs at all. */
export function readMessage(d: Read, m: MessageRow, sees: Eye): ReadWords | null {
  if (m.state === 'undone') return null
  const waits = waitOf(d, m)
  if (m.audience === 'staff' || m.state === 'draft') {
    if (!sees('internalNote') || (isRevealReason(d, m) && !sees('revealLog'))) return null
    return { kind: 'words', text: m.text, reason: null, masked: null, waits }
  }
  if (!sees('dialogue')) return null
  const original = sees('unscreenedMessage') || !isFromReporter(d, m)
  if (d.complaint.anonymous && m.screened === null && !original) return { kind: 'hidden' }
  const text = m.screened !== null && !original ? m.screened : m.text
  return { kind: 'words', text, reason: m.reason, masked: m.masked, waits }
}

/** Said by the reporter, or by whoever speaks for one without a key. */
export function isFromReporter({ complaint, events }: Read, m: MessageRow): boolean {
  if (m.kind === 'answer') return true
  const spoken = !complaint.hasKeyHolder && isReportersStep(events, m.seq)
  const theirs = m.authorKind === 'reporter' || spoken
  return m.kind === 'reason' && theirs
}

/** A verifier who reopens speaks in their own name, unless they filed it. */
function isReportersStep(events: Dossier['events'], seq: number): boolean {
  const type = events.find((e) => e.seq === seq)?.type
  return type !== undefined && actOf(type).onBehalf !== undefined
}

function isRevealReason({ reveals }: Read, m: MessageRow): boolean {
  return reveals.some((r) => r.seq === m.seq)
}

function waitOf({ complaint }: Read, { seq, state }: MessageRow) {
  if (state === 'draft') return complaint.draft?.seq === seq ? 'approval' : 'spent'
  return state === 'screening' ? 'screening' : null
}

/** Somebody is to read it now, however much came after it. */
function waitsHere({ complaint }: Read, { seq, state }: MessageRow): boolean {
  return state === 'screening' || (state === 'draft' && complaint.draft?.seq === seq)
}

export function deskDialogue(d: Dossier, sees: Eye, city: City, names: Names): DeskSaid[] {
  return d.messages.flatMap((m) => {
    if (!isShown(d.shown, m) && !waitsHere(d, m)) return []
    const words = m.audience === 'staff' ? null : readMessage(d, m, sees)
    if (!words) return []
    const agency = m.authorId === null ? null : agencyName(city, m.agencyId)
    const by = authorOf(m, names)
    return by.kind === 'staff' && isFromReporter(d, m)
      ? [{ at: m.at, by: { kind: 'reporter', recorded: { name: by.name } }, agency: null, words }]
      : [{ at: m.at, by, agency, words }]
  })
}

function authorOf(m: MessageRow, names: Names): Person {
  if (m.authorKind === 'reporter') return { kind: 'reporter' }
  if (m.authorId === null) return { kind: 'system' }
  return { kind: 'staff', name: names.get(m.authorId) ?? null }
}
