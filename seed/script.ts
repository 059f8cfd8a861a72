import type { Priority } from '../src/domain/case/complaint.ts'
import type { Actor, Staff } from '../src/domain/people/actor.ts'
import { isLate } from '../src/domain/time/due.ts'
import { dateOf } from '../src/domain/time/time.ts'
import {
  attach,
  desk,
  give,
  home,
  reporterOf,
  type Scene,
  screen,
  soon,
  verifierOf,
} from './acts.ts'
import { agencyIdOf, categoryOf, formOf, isFiledOnline, releaseOf, slugOf } from './forms.ts'
import { MINUTE } from './moments.ts'
import { closeDays, verifyDays } from './paces.ts'
import type { DemoFile } from './steps.ts'
import type { StoryClosing } from './story.ts'
import { reminderOf, returnReasonOf, visitOf } from './words.ts'

/** Plays a story to its end. Who does not get that far stops it by an Unfit. */
export function playScript(s: Scene): void {
  const { outcome, referral = '', archiveReason = '' } = s.story
  file(s)
  if (s.join) merge(s, s.join)
  else if (outcome === 'referred') verdict(s, 'refer', referral)
  else if (outcome === 'archived') verdict(s, 'archive', archiveReason)
  else if (outcome !== 'received') verify(s)
}

function verify(s: Scene): void {
  const { story } = s
  const early = story.question !== undefined && asksBeforeRouting(s)
  if (early && inquire(s, verifierOf(s))) return
  if (story.outcome === 'withdrawn' && story.replies.length === 0) {
    withdraw(s)
    return
  }
  const agency = route(s)
  for (let i = 0; i < s.members; i++) s.welcome(desk(s, 0), verifierOf(s))
  if (story.outcome !== 'routed') work(s, agency, !early)
}

function file(s: Scene): void {
  const { story, r, filedAt } = s
  const actor: Actor = isFiledOnline(story) ? { kind: 'reporter' } : verifierOf(s)
  s.life.act({ kind: 'file', at: filedAt, actor, form: formOf(story, s.city, r, filedAt) })
  for (let i = 0; i < (story.photos ?? 0); i++)
    attach(s, soon(s), actor, { scene: s.index * 8 + i }, 'reporter')
  if (story.pdf) attach(s, soon(s), actor, { letter: story.title }, 'reporter')
}

function merge({ life }: Scene, { at, by, root }: NonNullable<Scene['join']>): void {
  life.act({ kind: 'merge', at, actor: by, root })
}

function verdict(s: Scene, name: 'refer' | 'archive', text: string): void {
  give(s, desk(s, verifyDays(s.r, s.story)), verifierOf(s), { name, text })
}

/** A verifier asks what makes a report unusable; an agency what it needs for the work. */
function asksBeforeRouting({ story, index }: Scene): boolean {
  return story.replies.length === 0 && story.misroutedTo === undefined && index % 2 === 0
}

/** True when the question is where the story ends. */
function inquire(s: Scene, asker: Actor, agencyId?: number): boolean {
  const { question, outcome } = s.story
  if (!question) return false
  const days = s.life.steps.length > 3 ? 1 : verifyDays(s.r, s.story)
  give(s, desk(s, days, agencyId), asker, { name: 'ask', text: question.text })
  if (question.answer === undefined) return true
  give(s, home(s, [3, 90]), reporterOf(s), { name: 'answer', text: question.answer })
  screen(s, question.answer)
  return outcome === 'awaiting_info' || outcome === 'lapsed'
}

function priorityOf({ story, r, members }: Scene): Priority {
  if (story.category === 'kebakaran-lahan' || r.chance(0.03)) return 'urgent'
  if (story.sensitive === 'child' || story.sensitive === 'violence') return 'important'
  return members > 0 || r.chance(0.1) ? 'important' : 'normal'
}

/** Through a wrong desk first where the story says so; gives the agency that keeps it. */
function route(s: Scene): number {
  const { story, city, cast } = s
  const right = agencyIdOf(city, story.agency)
  if (story.misroutedTo === undefined) return routeTo(s, right, verifyDays(s.r, story))
  const wrong = agencyIdOf(city, story.misroutedTo)
  routeTo(s, wrong, verifyDays(s.r, story))
  const text = returnReasonOf(s.r, city.agencies.find((a) => a.id === right)?.shortName ?? '')
  const back = { name: 'return', text, proposedAgencyId: right } as const
  give(s, desk(s, s.r.int(0, 1), wrong), cast.liaison(wrong), back)
  return routeTo(s, right, s.r.int(0, 1))
}

function routeTo(s: Scene, leadAgencyId: number, days: number): number {
  const { story, city, r } = s
  const form = s.life.steps[0]?.kind === 'file' ? s.life.steps[0].form : undefined
  const { release, screenedText, columns } = releaseOf(story, city, form?.words.lat != null)
  const photos = story.photos ?? 0
  give(
    s,
    desk(s, days),
    verifierOf(s),
    {
      ...{ name: 'route', class: story.class, leadAgencyId, release, screenedText },
      // a desk that takes it for an everyday matter is how it reaches a wrong agency
      supervisory: Boolean(story.supervisory) && story.agency === slugOf(city, leadAgencyId),
      sensitive: story.sensitive ?? null,
      categoryId: categoryOf(city, story).id,
      supportingAgencyIds: [],
      aboutAgencyId:
        story.supervisory && story.misroutedTo ? agencyIdOf(city, story.misroutedTo) : null,
      priority: priorityOf(s),
    },
    { columns, publicPhotos: release.release && photos > 0 ? r.int(0, photos) : 0 },
  )
  return leadAgencyId
}

/** What the agency does, from taking it up to where the story ends. */
function work(s: Scene, agency: number, asks: boolean): void {
  const { story, r, cast } = s
  const officer = r.pick(cast.officers(agency))
  const gaps = gapsOf(s, story.replies.length + (story.closing ? 2 : 1))
  const next = () => gaps.shift() ?? 0
  takeUp(s, agency, officer, next())
  const notes = [...(story.notes ?? [])]
  if (asks && story.question && inquire(s, officer, agency)) return
  for (const text of story.replies) {
    addNote(s, officer, notes)
    give(s, desk(s, next(), agency), officer, { name: 'reply', text })
  }
  while (notes.length > 0) addNote(s, officer, notes)
  if (story.pace === 'overdue' && r.chance(0.3)) remind(s)
  if (story.outcome === 'withdrawn') withdraw(s)
  else if (story.closing) finish(s, agency, officer, story.closing, next())
}

function takeUp(s: Scene, agency: number, officer: Staff, days: number): void {
  const { cast, r } = s
  const liaison = cast.liaison(agency)
  if (r.chance(0.7) && liaison.id !== officer.id) {
    give(s, desk(s, days, agency), liaison, {
      name: 'assign',
      officerId: officer.id,
      among: cast.officers(agency).map(({ id }) => id),
    })
    give(s, soon(s, 5, 90), officer, { name: 'take_up' })
    return
  }
  give(s, desk(s, days, agency), officer, { name: 'take_up' })
  if (r.chance(0.05)) {
    const priority = s.life.now().priority === 'urgent' ? 'important' : 'urgent'
    give(s, soon(s, 2, 30), liaison, { name: 'set_priority', priority })
  }
}

function addNote(s: Scene, officer: Actor, notes: string[]): void {
  const text = notes.shift()
  if (text !== undefined) give(s, soon(s, 5, 50), officer, { name: 'note', text })
}

/** The leader's word on a case that is late by then, where it is not out of the leader's sight. */
function remind(s: Scene): void {
  const at = desk(s, s.r.int(0, 4))
  s.life.pass(at)
  const complaint = s.life.now()
  if (complaint.state !== 'in_progress' || complaint.supervisory) return
  if (!isLate(complaint, dateOf(at, s.calendar.offset))) return
  give(s, at, s.cast.leader, { name: 'remind', text: reminderOf(s.r) })
}

/** Closed with evidence; then confirmed, disputed and closed again, or left to silence. */
function finish(
  s: Scene,
  agency: number,
  officer: Staff,
  closing: StoryClosing,
  days: number,
): void {
  const { story, r } = s
  propose(s, agency, officer, closing, days)
  if (story.outcome === 'awaiting_confirmation') return
  if (story.outcome === 'reopened') {
    confirm(s)
    say(s, 'reopen', story.dispute ?? '', [48, 400])
    return
  }
  if (story.dispute !== undefined) {
    say(s, 'dispute', story.dispute, [4, 110])
    if (!story.finalClosing) return
    propose(s, agency, officer, story.finalClosing, closeDays(r, story, s.length))
  }
  if (story.outcome === 'closed') confirm(s)
}

function say(
  s: Scene,
  name: 'reopen' | 'dispute',
  text: string,
  hours: readonly [number, number],
): void {
  give(s, home(s, hours), reporterOf(s), { name, text })
  screen(s, text)
}

function confirm(s: Scene): void {
  give(s, home(s, [2, 130]), reporterOf(s), { name: 'confirm' })
  if (s.story.rating !== undefined)
    give(s, soon(s), reporterOf(s), { name: 'rate', score: s.story.rating })
}

function propose(
  s: Scene,
  agency: number,
  officer: Staff,
  closing: StoryClosing,
  days: number,
): void {
  const { story, r } = s
  const at = desk(s, days, agency)
  const visited = story.class === 'complaint' && r.chance(0.2)
  const files = visited ? 0 : filesOf(s)
  for (let i = 0; i < files; i++) {
    const shown: DemoFile =
      story.class === 'complaint'
        ? { scene: s.index * 8 + 4 + i + (story.finalClosing === closing ? 2 : 0) }
        : { letter: closing.reason }
    attach(s, Math.max(at + i * MINUTE, s.life.last() + MINUTE), officer, shown, 'agency')
  }
  const visit = visited ? visitOf(r, officer.name) : null
  give(s, Math.max(at, s.life.last()) + 4 * MINUTE, officer, {
    ...{ name: 'propose_closure', text: closing.answer, reason: closing.reason },
    ...{ evidenceFiles: files, visit },
  })
}

function filesOf({ story, r }: Scene): number {
  if (story.class === 'complaint') return r.int(1, 2)
  return story.class === 'information' && r.chance(0.4) ? 1 : 0
}

function withdraw(s: Scene): void {
  const text = s.story.withdrawReason ?? ''
  give(s, home(s, [5, 60]), reporterOf(s), { name: 'withdraw', text })
  screen(s, text)
}

/** Working days between the agency's acts, so that together they take as long as the pace says. */
function gapsOf(s: Scene, acts: number): number[] {
  const { r, story, length } = s
  const used = s.story.pace === 'quick' ? 1 : 2
  const days = Math.max(0, closeDays(r, story, length) - used)
  const weights = Array.from({ length: acts }, (_, i) => r.between(0.3, 1) * (i === 0 ? 0.5 : 1))
  const sum = weights.reduce((total, w) => total + w, 0)
  return weights.map((w) => Math.round((w / sum) * days))
}
