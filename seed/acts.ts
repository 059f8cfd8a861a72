import type { Given } from '../src/domain/acts/acts.ts'
import { type City, calendarOf } from '../src/domain/city/city.ts'
import type { Actor, Staff } from '../src/domain/people/actor.ts'
import { maskPersonalData } from '../src/domain/text/screening.ts'
import type { Calendar } from '../src/domain/time/calendar.ts'
import type { Instant } from '../src/domain/time/time.ts'
import { hasKeyHolder } from './forms.ts'
import type { Life } from './life.ts'
import { atDesk, atHome, MINUTE } from './moments.ts'
import type { Cast } from './people.ts'
import type { Random } from './random.ts'
import type { DemoFile, Step } from './steps.ts'
import type { Story } from './story.ts'

/** Everything a story's script needs: who, when, chance, and the life it is played in. */
export interface Scene {
  story: Story
  index: number
  city: City
  cast: Cast
  r: Random
  life: Life
  filedAt: Instant
  /** Working days that the agency has. */
  length: number
  calendar: Calendar
  /** When and under which story this one is merged. */
  join?: { at: Instant; by: Actor; root: number } | undefined
  /** How many others join this one. */
  members: number
  welcome: (at: Instant, by: Actor) => void
}

export function verifierOf({ cast, index }: Scene): Staff {
  return cast.verifiers[index % cast.verifiers.length] ?? cast.leader
}

/** Whoever speaks for the reporter: where there is no key, the one who typed the report in. */
export function reporterOf(s: Scene): Actor {
  return hasKeyHolder(s.story) ? { kind: 'reporter' } : verifierOf(s)
}

/** A moment at a desk, so many working days after the last thing that happened. */
export function desk(s: Scene, days: number, agencyId?: number): Instant {
  const calendar = calendarOf(s.city, agencyId)
  return atDesk(s.r, s.life.last(), days, calendar)
}

export function home(s: Scene, hours: readonly [number, number]): Instant {
  return hasKeyHolder(s.story)
    ? atHome(s.r, s.life.last(), hours, s.calendar.offset)
    : desk(s, Math.round(hours[0] / 24))
}

export function soon(s: Scene, least = 1, most = 6): Instant {
  return s.life.last() + Math.floor(s.r.between(least, most) * MINUTE)
}

type Extra = Partial<
  Pick<Extract<Step, { kind: 'command' }>, 'columns' | 'screened' | 'publicPhotos'>
>

export function give(s: Scene, at: Instant, actor: Actor, command: Given, extra: Extra = {}) {
  return s.life.act({ kind: 'command', at, actor, command, ...extra })
}

export function attach(
  s: Scene,
  at: Instant,
  actor: Actor,
  file: DemoFile,
  source: 'reporter' | 'agency',
) {
  return s.life.act({ kind: 'attach', at, actor, file, source })
}

/** An anonymous reporter's words reach the agency in the verifier's copy. */
export function screen(s: Scene, words: string): void {
  const complaint = s.life.now()
  // once with the Inspektorat, a case is out of the verifier's sight
  if (!complaint.anonymous || complaint.leadAgencyId === null || complaint.supervisory) return
  const text = maskPersonalData(words)
  const command = { name: 'screen', messageSeq: complaint.version, text } as const
  give(s, desk(s, 0), verifierOf(s), command, { screened: text })
}
