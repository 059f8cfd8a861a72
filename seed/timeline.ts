import type { Complaint } from '../src/domain/case/complaint.ts'
import { type City, calendarOf } from '../src/domain/city/city.ts'
import type { Actor } from '../src/domain/people/actor.ts'
import { isWorkingDay } from '../src/domain/time/calendar.ts'
import { isLate } from '../src/domain/time/due.ts'
import { type Instant, type IsoDate, instantAt } from '../src/domain/time/time.ts'
import { isFiledOnline } from './forms.ts'
import { type Life, nameOf, newLife, Unfit } from './life.ts'
import { atDesk, atHome, deskTime, writingTime } from './moments.ts'
import { dayDrawer, lengthOf, staysOpen } from './paces.ts'
import type { Cast } from './people.ts'
import { type Random, seeded } from './random.ts'
import { playScript } from './script.ts'
import type { Plan } from './steps.ts'
import type { Story, StoryOutcome } from './story.ts'

/** Nothing is planned later on the day of seeding, so that every hour of it gives the same data. */
const MORNING = 7 * 60

/** Draws of one story before it is left out. */
const DRAWS = 400

export interface Setting {
  city: City
  cast: Cast
  /** The day of seeding in the city. */
  today: IsoDate
  /** Another seed tells the same stories at other times. */
  seed: string
}

/** When each member joined a root, and what the root was then. */
interface Joining {
  at: Instant
  by: Actor
  root: Complaint
}

/**
 * Every story from receipt to where it stands on the morning of the day of seeding. Pure: the same
 * stories, city, day and seed give the same plans. A story for which the year is too young (its
 * outcome takes longer than there were days) is left out.
 */
export function planAll(stories: readonly Story[], setting: Setting): Plan[] {
  const plans: Plan[] = []
  const roots = new Map<string, { story: number; filedAt: Instant; joinings: Joining[] }>()
  for (const [i, story] of stories.entries()) {
    const family = story.cluster === undefined ? undefined : roots.get(story.cluster)
    const members = stories.filter(
      (s) => s.cluster !== undefined && s.cluster === story.cluster && s.outcome === 'merged',
    )
    const joining = story.outcome === 'merged' ? family?.joinings.shift() : undefined
    const planned = planStory(story, i, setting, {
      joining: joining && family ? { ...joining, story: family.story } : undefined,
      near: family?.filedAt,
      members: family === undefined ? members.length : 0,
    })
    if (!planned) continue
    plans.push({ story: i, steps: planned.life.steps })
    const filedAt = planned.life.steps[0]?.at ?? 0
    if (story.cluster !== undefined && family === undefined)
      roots.set(story.cluster, { story: i, filedAt, joinings: planned.joinings })
  }
  return plans
}

interface Ties {
  joining?: (Joining & { story: number }) | undefined
  /** When the root of its cluster was filed. */
  near?: Instant | undefined
  /** How many reports join it. */
  members: number
}

function planStory(story: Story, index: number, setting: Setting, ties: Ties): Planned | undefined {
  if (story.outcome === 'merged' && !ties.joining) return undefined
  const length = lengthOf(story, setting.city)
  const drawDay = dayDrawer(story, length, setting.today, calendarOf(setting.city))
  for (let draw = 0; draw < DRAWS; draw++) {
    const r = seeded(setting.seed, setting.today, index, draw)
    const near = draw < DRAWS / 2 || ties.joining ? ties.near : undefined
    try {
      const filedAt =
        near === undefined
          ? filedOn(r, drawDay(r), story, setting)
          : closeTo(r, near, story, setting)
      return live({ story, index, setting, ties, r, filedAt, length })
    } catch (error) {
      if (!(error instanceof Unfit)) throw error
    }
  }
  return undefined
}

interface Planned {
  life: Life
  joinings: Joining[]
}

interface Draw {
  story: Story
  index: number
  setting: Setting
  ties: Ties
  r: Random
  filedAt: Instant
  length: number
}

/** One draw of a story's life; throws Unfit when it does not come out as written. */
function live({ story, index, setting, ties, r, filedAt, length }: Draw): Planned {
  const { city, cast, today } = setting
  const calendar = calendarOf(city)
  const end = endOfPlan(today, city)
  const { joining } = ties
  const life = newLife(city, index, end, () => joining?.root)
  const joinings: Joining[] = []
  playScript({
    ...{ story, index, city, cast, r, life, filedAt, length, calendar },
    join: joining && { at: joining.at, by: joining.by, root: joining.story },
    members: ties.members,
    welcome: (at, by) => {
      joinings.push({ at, by, root: life.now() })
      life.joined(at, by, nameOf(index).reference)
    },
  })
  life.pass(end)
  if (!isAsWritten(story, life.now(), today)) throw new Unfit('ended otherwise')
  return { life, joinings }
}

/** The last moment of a plan. */
export function endOfPlan(today: IsoDate, city: City): Instant {
  return instantAt(today, MORNING, city.settings.offset)
}

function filedOn(r: Random, day: IsoDate | undefined, story: Story, { city }: Setting): Instant {
  const calendar = calendarOf(city)
  if (day === undefined) throw new Unfit('no such day')
  if (isFiledOnline(story)) return writingTime(r, day, calendar.offset)
  if (!isWorkingDay(day, calendar)) throw new Unfit('nobody at the counter')
  return deskTime(r, day, calendar)
}

/** Neighbours report the same thing within two days. */
function closeTo(r: Random, near: Instant, story: Story, { city }: Setting): Instant {
  const calendar = calendarOf(city)
  return isFiledOnline(story)
    ? atHome(r, near, [0.4, r.pick([6, 24, 48])], calendar.offset)
    : atDesk(r, near, r.int(0, 1), calendar)
}

const ENDS: Record<StoryOutcome, Complaint['state']> = {
  received: 'received',
  awaiting_info: 'awaiting_info',
  routed: 'routed',
  in_progress: 'in_progress',
  awaiting_confirmation: 'awaiting_confirmation',
  closed: 'closed',
  closed_by_silence: 'closed',
  referred: 'referred',
  archived: 'archived',
  withdrawn: 'withdrawn',
  lapsed: 'withdrawn',
  merged: 'merged',
  disputed: 'in_progress',
  reopened: 'in_progress',
}

/** The state the story ends in, and as late as its pace says where a clock can tell. */
function isAsWritten(story: Story, complaint: Complaint, today: IsoDate): boolean {
  if (complaint.state !== ENDS[story.outcome]) return false
  const late = story.pace === 'overdue'
  if (story.closing && !staysOpen(story)) return complaint.everLate === late
  if (story.outcome === 'awaiting_confirmation') return complaint.everLate === late
  if (!staysOpen(story) || story.outcome === 'awaiting_info') return true
  return isLate(complaint, today) === late
}
