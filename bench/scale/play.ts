import { caseById } from '../../src/db/cases.ts'
import { runMerge } from '../../src/db/clusters.ts'
import { fileOnce } from '../../src/db/filing.ts'
import { runCommand, type Surroundings } from '../../src/db/run-command.ts'
import type { Given } from '../../src/domain/acts/acts.ts'
import type { Actor, Role, Staff } from '../../src/domain/people/actor.ts'
import { addDays, HOUR, instantAt } from '../../src/domain/time/time.ts'
import { mintToken } from '../../src/seal/form-token.ts'
import type { Plan } from './plan.ts'
import { textOf, titleOf, WORDS } from './words.ts'

/** Nine o'clock: a copy may be moved by up to an hour and all days stay what they are. */
const MINUTE_OF_DAY = 9 * 60 + 2

export function staffOf(role: Role, agencyId: number | null, id: string): Staff {
  return {
    kind: 'staff',
    id,
    name: id,
    memberships: [{ role, agencyId, since: 0, until: null }],
  }
}

const verifier = staffOf('verifier', null, 'demo-verifikator')
function liaison(agencyId: number) {
  return staffOf('liaison', agencyId, 'demo-penghubung.pupr')
}

const reporter: Actor = { kind: 'reporter' }
const timer: Actor = { kind: 'timer' }

type Secrets = { SERVER_SECRET: string; IDENTITY_KEYS: string }
type Step = [days: number, actor: Actor, command: Given]

export interface Played {
  ids: number[]
  reference: string
  key: string
}

/** Files a plan and gives its commands, each on its day, as far as the day has come. */
export async function play(s: Surroundings, secrets: Secrets, plan: Plan): Promise<Played> {
  // a copy that is moved by its hour is still in the past
  const end = s.now - HOUR
  const on = (days: number) =>
    instantAt(addDays(plan.day, days), MINUTE_OF_DAY, s.city.settings.offset)
  const { found, key } = await filePlan({ ...s, now: on(0) }, secrets, plan)
  const ids = [found.complaint.id]
  for (const [days, actor, command] of stepsOf(plan)) {
    if (on(days) >= end) break
    await give({ ...s, now: on(days), actor }, found.complaint.id, command)
  }
  if (plan.outcome === 'joined' && on(plan.pace) < end) {
    const { found: member } = await filePlan({ ...s, now: on(0) + 1000 }, secrets, plan)
    ids.push(member.complaint.id)
    const around = { ...s, now: on(plan.pace), actor: verifier }
    const merged = await runMerge(around, member, found.complaint.reference)
    if (!merged.ok) throw new Error(`merge of plan ${plan.n}: ${JSON.stringify(merged)}`)
  }
  return { ids, reference: found.complaint.reference, key }
}

async function filePlan(s: Surroundings, secrets: Secrets, plan: Plan) {
  const { categoryId, districtId, subdistrictId, anonymous, confidential } = plan
  const text = textOf(plan)
  const filed = await fileOnce({ ...s, actor: reporter }, secrets, {
    token: mintToken(secrets.SERVER_SECRET, s.random, s.now),
    command: {
      ...{ class: plan.class, categoryId, districtId, subdistrictId, anonymous, confidential },
      proposedAgencyId: null,
      channel: 'web',
      hasKeyHolder: true,
      incidentDay: plan.day,
      text,
      sensitive: null,
    },
    words: {
      ...{ title: titleOf(plan), text, incidentDay: plan.day },
      ...{ landmark: null, lat: null, lng: null, onBehalf: null },
      ...{ loss: null, settlement: null, laporNumber: null },
    },
    identity: { name: null, phone: null, email: null },
  })
  if (filed.kind !== 'filed') throw new Error(`plan ${plan.n}: ${JSON.stringify(filed)}`)
  return filed
}

async function give(s: Surroundings, id: number, command: Given) {
  const found = await caseById(s.db, id)
  if (!found) throw new Error('a report that was just filed is gone')
  const result = await runCommand(s, found, command, wordsOf(command))
  if (!result.ok) throw new Error(`${command.name}: ${JSON.stringify(result)}`)
}

/** The columns that the desk sets beside a routing: released words and the screened copy. */
function wordsOf(command: Given) {
  if (command.name !== 'route') return {}
  const { release, screenedText } = command
  return {
    columns: {
      ...(release.release ? { releasedTitle: release.title, releasedText: release.text } : {}),
      ...(screenedText === null ? {} : { screenedText }),
    },
  }
}

function stepsOf(plan: Plan): Step[] {
  const { outcome, agencyId, pace } = plan
  const agent = liaison(agencyId)
  const route: Step = [pace, verifier, routing(plan)]
  const take: Step = [pace * 2, agent, { name: 'take_up' }]
  const reply: Step = [pace * 3, agent, { name: 'reply', text: WORDS.reply }]
  const propose: Step = [
    pace * 4,
    agent,
    {
      name: 'propose_closure',
      text: WORDS.closure,
      reason: WORDS.done,
      evidenceFiles: 1,
      visit: null,
    },
  ]
  const back = (after: number): Step => [
    pace * after,
    agent,
    { name: 'return', text: WORDS.notOurs, proposedAgencyId: agencyId === 1 ? 2 : 1 },
  ]
  const again: Step = [pace * 3, verifier, routing(plan)]
  const ask: Step = [pace * 3, agent, { name: 'ask', text: WORDS.question }]
  const confirm: Step = [pace * 5, reporter, { name: 'confirm' }]
  const rate: Step = [pace * 6, reporter, { name: 'rate', score: 1 + (plan.n % 5) }]
  const short: Partial<Record<Plan['outcome'], Step[]>> = {
    received: [],
    referred: [[pace, verifier, { name: 'refer', text: WORDS.referral }]],
    archived: [[pace, verifier, { name: 'archive', text: WORDS.archive }]],
    withdrawn: [[pace, reporter, { name: 'withdraw', text: '' }]],
    routed: [route],
    joined: [route],
    taken: [route, take],
    returned: plan.n % 4 === 0 ? [route, back(2)] : [route, back(2), again, back(4)],
    asked: [route, take, ask],
    answered: [route, take, ask, [pace * 4, reporter, { name: 'answer', text: WORDS.answer }]],
    proposed: [route, take, propose],
    disputed: [
      route,
      take,
      propose,
      [pace * 5, reporter, { name: 'dispute', text: WORDS.dispute }],
    ],
  }
  const closed: Step[] =
    outcome === 'silent'
      ? [route, take, propose, [pace * 4 + 40, timer, { name: 'close_by_silence', heard: true }]]
      : [route, take, reply, propose, confirm, ...(plan.n % 3 === 0 ? [] : [rate])]
  const after: Step[] =
    outcome === 'reopened' ? [[pace * 7, reporter, { name: 'reopen', text: WORDS.dispute }]] : []
  return short[outcome] ?? [...closed, ...after]
}

function routing(plan: Plan): Given {
  return {
    ...{ name: 'route', class: plan.class, supervisory: false, sensitive: null },
    ...{ categoryId: plan.categoryId, leadAgencyId: plan.agencyId, aboutAgencyId: null },
    supportingAgencyIds: plan.n % 12 === 7 && plan.agencyId !== 1 ? [1] : [],
    priority: plan.priority,
    screenedText: plan.anonymous ? textOf(plan) : null,
    release: {
      ...{ release: plan.released, point: false, photoIds: [] },
      title: plan.released || plan.anonymous ? titleOf(plan) : '',
      text: plan.released ? textOf(plan) : '',
    },
  }
}
