import {
  dueOf,
  type EveryDay,
  finish,
  goOn,
  isLateAt,
  isLateOn,
  type Paper,
  standsOf,
  startOf,
  stoodStill,
  stop,
  takeUp,
} from './plain-clocks.ts'
import { counted, type Decree, nextWork, openOn, wallDay } from './plain-days.ts'

/** What happened to a report, as its history tells it. */
export interface Told {
  type: string
  at: number
  before: string | null
  after: string
  agency: number | null
  class: string
  supervisory: boolean
  /** A question of the lead agency; an answer that waits for its head; a wish that ended nothing. */
  byAgency: boolean
  draft: boolean
  /** The date of the root that stood on the page of whoever splits off. */
  rootDue: number | null
  /** The date that an agency gave. */
  given: number | null
  /** What it is about, and how long the city gives it. */
  category: number | null
  limit: Limited | null
}

export interface Limited {
  hours?: number
  days?: number
}

/** A second reckoning of a report's clocks, by hand and from the rules as they are written. */
export interface Life {
  clocks: Paper[]
  received: number
  dayZero: number
  routed: number | null
  firstAnswer: number | null
  close: number | null
  everLate: boolean
  category: number | null
}

export const born = (): Life => ({
  ...{ clocks: [], received: 0, dayZero: 0, routed: null },
  ...{ firstAnswer: null, close: null, everLate: false, category: null },
})

const SETTLE: Record<string, number> = { complaint: 14, aspiration: 14, information: 5 }
const PROMISED = ['settle', 'decide']
/** Whose lateness is an agency's. */
const CHARGED = ['follow_up', 'promise', 'target', 'explain', ...PROMISED]
/** Gone with the agency that passes the case on. */
const OWN = ['follow_up', 'promise']

/** Alters the life. */
export const happen = (life: Life, e: Told, d: Decree, units: EveryDay): void => {
  const [day, open] = [wallDay(e.at, d), openOn(e.at, d)]
  const last = (kind: string) => life.clocks.filter((k) => k.kind === kind).at(-1)
  const live = (kind: string) => {
    const k = last(kind)
    return k && k.over === null ? k : undefined
  }
  const settleDays = e.supervisory ? 60 : (SETTLE[e.class] ?? 0)
  const begin = (kind: string, days: number, byCalendar = false, began = open) => {
    const round = life.clocks.filter((k) => k.kind === kind).length + 1
    const agency = CHARGED.includes(kind) ? e.agency : null
    const paper: Paper = {
      ...{ kind, round, agency, days, byCalendar, began, stops: [], over: null },
      ...{ endDay: null, endAt: 0, late: false, start: 0, due: 0, dueAt: null },
      ...{ hours: null, beganAt: e.at },
    }
    life.clocks.push(paper)
    return paper
  }
  const limited = (
    k: Paper,
    { hours = null, days = 0 }: { hours?: number | null; days?: number },
  ) => Object.assign(k, { hours, days })
  const late = (k: Paper) => k.over === null && isLateAt(k, e.at, d, units)
  /** Of the city, from the first routing on; by the category that it has now. */
  const target = () => {
    const k = last('target')
    if (k?.over === null && e.category === life.category) return
    if (!k || k.over === 'ended') {
      if (e.limit) limited(begin('target', 0), e.limit)
      return
    }
    if (late(k)) return
    if (!e.limit) return over('void', ['target'])
    takeUp(k, day, open, e.at)
    limited(k, e.limit)
  }
  const targetAgain = () => {
    const k = last('target')
    if (k?.over === 'ended') limited(begin('target', 0), k)
  }
  const over = (how: 'ended' | 'void', kinds?: string[]) => {
    for (const k of life.clocks) {
      // an explanation is owed whatever becomes of the case
      const meant = kinds ? kinds.includes(k.kind) : k.kind !== 'explain'
      if (k.over !== null || !meant) continue
      finish(k, how, e.at, d, units)
      if (k.late && PROMISED.includes(k.kind)) life.everLate = true
    }
  }
  const decideFrom = () => {
    const latest = life.dayZero + 14
    return life.routed === null ? latest : Math.min(latest, nextWork(life.routed, d))
  }
  const days = () => {
    const settles = life.clocks.filter((k) => k.kind === 'settle')
    const k = settles.at(-1)
    if (!k) return 0
    const every = k.agency !== null && units.includes(k.agency)
    const resumed = k.stops.flatMap(({ to }) => (to === null ? [] : nextWork(to, d, every)))
    const until = Math.max(day, startOf(k, d, units), ...resumed)
    const stood = settles.reduce((sum, one) => sum + stoodStill(one, d, units), 0)
    return Math.max(0, counted(life.dayZero, until, d, every) - stood)
  }
  const answered = () => {
    life.firstAnswer ??= days()
    over('ended', ['follow_up'])
  }
  const handed = () => {
    const k = live('target')
    const [holds, before] = [k && !late(k), k?.agency ?? null]
    if (k && holds) k.agency = e.agency
    if (k && holds && late(k)) k.agency = before
    for (const k of life.clocks) {
      if (k.over !== null || !PROMISED.includes(k.kind) || isLateOn(k, day, d, units)) continue
      if (k.kind === 'settle') k.days = settleDays
      if (k.kind === 'decide') k.began = decideFrom()
      const before = k.agency
      k.agency = e.agency
      if (isLateOn(k, day, d, units)) k.agency = before
    }
  }
  const back = () => {
    for (const kind of ['verify', 'complete', 'follow_up', 'promise', 'target', ...PROMISED]) {
      const k = last(kind)
      if (kind === 'target' && e.limit === null) continue
      if (k && (!OWN.includes(kind) || k.agency === e.agency)) takeUp(k, day, open, e.at)
    }
  }
  const proposed = () => {
    answered()
    over('ended', ['promise', 'target', ...PROMISED])
    life.close = days()
    begin('silence', 10)
  }
  const again = () => {
    over('void', ['silence'])
    life.close = null
    targetAgain()
    begin('settle', settleDays)
  }

  const rules: Record<string, () => void> = {
    file: () => {
      life.received = e.at
      life.dayZero = nextWork(open, d)
      begin('verify', 3)
      begin('complete', 14, true)
      begin('settle', settleDays)
      begin('decide', 60, true, decideFrom())
    },
    route: () => {
      life.routed ??= open
      over('ended', ['verify', 'complete', 'objection'])
      target()
      handed()
      begin('follow_up', 5)
    },
    return: () => {
      for (const kind of OWN) {
        const k = live(kind)
        if (!k) continue
        over(isLateOn(k, day, d, units) ? 'ended' : 'void', [kind])
        if (kind === 'promise' && k.over === 'void') k.agency = null
      }
      handed()
      begin('verify', 3)
    },
    ask: () => {
      if (e.byAgency) answered()
      else over('ended', ['complete'])
      const by = e.byAgency ? e.agency : null
      const stops = last('settle')?.stops.filter((s) => by !== null && s.by === by).length ?? 0
      for (const k of life.clocks)
        if (stops < 2 && k.over === null && k.kind !== 'explain') stop(k, day, by, e.at)
      begin('completion', 30, true, day)
    },
    promise_date: () => {
      over('void', ['promise'])
      begin('promise', (e.given ?? 0) - day, true, day)
    },
    ask_explanation: () => void begin('explain', 3),
    explain: () => over('ended', ['explain']),
    reply: () => (e.draft ? undefined : answered()),
    approve_reply: answered,
    propose_closure: () => (e.draft ? undefined : proposed()),
    approve_closure: proposed,
    confirm: () => over('ended', ['silence']),
    close_by_silence: () => over('ended', ['silence']),
    dispute: again,
    reopen: () => {
      if (e.before !== 'withdrawn') return again()
      back()
      handed()
    },
    refer: () => {
      over('ended', ['verify', 'complete'])
      over('void')
    },
    archive: () => {
      over('ended', ['verify', 'complete'])
      over('void')
    },
    withdraw: () => (e.draft ? undefined : over('void')),
    lapse: () => {
      over('ended', ['completion'])
      over('void')
    },
    merge: () => {
      over('void')
      life.close = null
    },
    object: () => {
      back()
      over('ended', ['verify', 'complete'])
      handed()
      begin('objection', 5)
    },
    overrule: () => {
      over('ended', ['objection'])
      over('void')
    },
    unarchive: () => {
      back()
      handed()
      begin('verify', 3)
    },
    split: () => {
      back()
      handed()
      const k = live('settle')
      if (k) heldTo(k, e.rootDue ?? 0, d, units)
      else {
        targetAgain()
        begin('settle', settleDays)
      }
      if (e.after === 'received' && !live('verify')) begin('verify', 3)
    },
    change_class: handed,
    countersign: () => {
      if (e.before === 'awaiting_info') over('ended', ['completion'])
      else over('ended', ['silence'])
      if (e.before === 'awaiting_info') over('void')
    },
    recompute: () => {
      life.dayZero = nextWork(openOn(life.received, d), d)
      const k = live('decide')
      if (k) k.began = decideFrom()
    },
  }
  rules[e.type]?.()
  const owed = live('explain')
  const left = owed?.agency !== e.agency || ['received', 'merged'].includes(e.after)
  if (owed && left) over('void', ['explain'])
  life.category = e.category
  const answers = e.before === 'awaiting_info' && e.after !== 'awaiting_info'
  if (answers && (e.type === 'answer' || e.type === 'attach')) {
    over('ended', ['completion'])
    for (const k of life.clocks) if (k.over === null && standsOf(k)) goOn(k, day, open, e.at)
  }
}

/** The last stop is cut until the date is no later than the one that was told. */
const heldTo = (k: Paper, told: number, d: Decree, units: EveryDay): void => {
  const last = k.stops.at(-1)
  if (!last || last.to === null) return
  const without = dueOf({ ...k, stops: k.stops.slice(0, -1) }, d, units)
  while (dueOf(k, d, units) > Math.max(told, without)) {
    last.to -= 1
    if (last.to <= last.from) k.stops.pop()
    if (last.to <= last.from) return
  }
}
