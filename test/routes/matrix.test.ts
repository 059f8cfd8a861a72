import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { runCommand } from '../../src/db/run-command.ts'
import type { Person } from '../../src/db/staff.ts'
import { addMembership, endRole } from '../../src/db/staff-rights.ts'
import { DAY } from '../../src/domain/time/time.ts'
import { type PathName, patterns } from '../../src/paths.ts'
import { randomBytes } from '../../src/random.ts'
import { staffApp } from '../../src/staff-app.ts'
import { surveyApp } from '../../src/survey-app.ts'
import { DISHUB, INSPEKTORAT, PUPR, routing } from '../support/commands.ts'
import { giveLogo } from '../support/give-logo.ts'
import { post, request } from '../support/request.ts'
import { aStaff, cookiesOf, sessionOf } from '../support/staff.ts'
import { aForm, filed, someone, world } from '../support/world.ts'
import {
  ACTORS,
  type ActorName,
  matrix,
  type Outcome,
  type Rule,
  SITUATIONS,
  type Situation,
} from './matrix.ts'

type Method = 'GET' | 'POST'
type Case = { number: string; key: string }
const names = Object.keys(patterns) as PathName[]

const ruleOf = (name: PathName, method: Method) =>
  method === 'GET' ? matrix[name].get : matrix[name].post

describe('the matrix is complete', () => {
  const mounted = [...createApp().routes, ...staffApp.routes, ...surveyApp.routes]
    .filter(({ method, path }) => method !== 'ALL' && !path.includes('*'))
    .map(({ method, path }) => `${method} ${path}`)
  const rows = (want: (rule: Rule | 'todo') => boolean) =>
    names.flatMap((name) =>
      (['GET', 'POST'] as const).flatMap((method) => {
        const rule = ruleOf(name, method)
        return rule && want(rule) ? [`${method} ${patterns[name]}`] : []
      }),
    )

  test('every route of the app has its row, and every row its route', () => {
    expect([...new Set(mounted)].sort()).toEqual(rows((rule) => rule !== 'todo').sort())
  })

  test('what has no route yet says so', () => {
    const todo = rows((rule) => rule === 'todo')
    expect(todo.filter((route) => mounted.includes(route))).toEqual([])
  })
})

const people: Partial<Record<ActorName, Person>> = {}
let shared: Record<Situation, Case>

/** One case of each kind, routed to whoever handles such cases. */
const cases = async (): Promise<Record<Situation, Case>> => {
  const now = Date.now()
  const s = await world({ kind: 'reporter' }, now)
  const verifier = { ...s, actor: someone('verifier') }
  const one = async (situation: Situation): Promise<Case> => {
    const supervisory = situation === 'supervisory'
    const secret = situation !== 'ordinary'
    const { found, key } = await filed(s, aForm({ confidential: situation === 'confidential' }))
    const lead = { leadAgencyId: supervisory ? INSPEKTORAT : DISHUB, supervisory }
    const release = { ...routing().release, release: !secret }
    const result = await runCommand(verifier, found, routing({ ...lead, release }))
    if (!result.ok) throw new Error(`${situation} was not routed: ${JSON.stringify(result)}`)
    return { number: found.complaint.reference, key }
  }
  return {
    ordinary: await one('ordinary'),
    confidential: await one('confidential'),
    supervisory: await one('supervisory'),
  }
}

beforeAll(async () => {
  // thirteen people in one second are a burst to the limits, which have their own tests
  env.LIMIT_GUESS.limit = async () => ({ success: true })
  shared = await cases()
  people.admin = await aStaff('admin')
  people.verifier = await aStaff('verifier')
  people.leader = await aStaff('leader')
  people.auditor = await aStaff('auditor')
  people.inspectorate = await aStaff('inspectorate', INSPEKTORAT)
  people.ownLiaison = await aStaff('liaison', DISHUB)
  people.ownOfficer = await aStaff('officer', DISHUB)
  people.ownHead = await aStaff('head', DISHUB)
  people.otherLiaison = await aStaff('liaison', PUPR)
  const former = await aStaff('verifier', null, 'mantan@contoh.id')
  const { db } = await world()
  await giveLogo(db)
  const now = Date.now()
  await addMembership({ db, now: now - 400 * DAY }, former.id, 'officer', DISHUB)
  const then = { db, now: now - 30 * DAY, random: randomBytes, by: 'timer' }
  await endRole(then, former.id, { role: 'officer', agencyId: DISHUB }, 'Pindah tugas.')
  people.formerMember = former
})

const opened = async ({ number, key }: Case): Promise<string> =>
  cookiesOf(await post('/lacak', { nomor: number, kode: key }))

const cookieOf = async (actor: ActorName, own: Case, other: Case): Promise<string> => {
  if (actor === 'key') return opened(own)
  if (actor === 'otherKey') return opened(other)
  const person = people[actor]
  return person ? sessionOf(person) : ''
}

const urlOf = (name: PathName, { number }: Case): string =>
  patterns[name]
    .replace(':nomor', number)
    .replace(':slug', 'dinas-perhubungan')
    .replace(':bagian', 'opd')
    .replace(':tahun', '2027')
    .replace(':aturan', 'baru')
    .replace(/:(id|token|view)/, 'tidak-ada')

const outcomeOf = ({ status, headers }: Response, name: PathName): Outcome | number => {
  const to = headers.get('Location') ?? ''
  if (status === 401 && name.startsWith('status')) return 'askKey'
  if (status === 401 || (status === 303 && to.startsWith(patterns.signIn))) return 'signIn'
  if (status === 303 && (to.split('?')[0] === patterns.track || to.startsWith('/b/')))
    return 'askKey'
  if (status === 403) return 'refused'
  if (status === 404) return 'unknown'
  if (status === 410) return 'gone'
  return status < 400 || status === 409 || status === 422 ? 'opens' : status
}

const checked = names.flatMap((name) =>
  (['GET', 'POST'] as const).flatMap((method) => {
    const rule = ruleOf(name, method)
    return rule && rule !== 'todo' ? [{ name, method, rule, path: patterns[name] }] : []
  }),
)

describe.each(checked)('$method $path', ({ name, method, rule }) => {
  const perCase = patterns[name].includes(':nomor')
  test.each(perCase ? SITUATIONS : (['ordinary'] as const))('%s', async (situation) => {
    // a reporter's form may change its case; the desk's are sent without a version, to no effect
    const known = method === 'POST' && name.startsWith('status') ? await cases() : shared
    const other = situation === 'ordinary' ? known.confidential : known.ordinary
    const expected: Record<string, unknown> = {}
    const got: Record<string, unknown> = {}
    for (const actor of ACTORS) {
      const headers = { Cookie: await cookieOf(actor, known[situation], other) }
      const url = urlOf(name, known[situation])
      const answer =
        method === 'GET'
          ? await request(url, { headers })
          : await post(url, matrix[name].form ?? {}, headers)
      expected[actor] = rule(actor, situation)
      got[actor] = outcomeOf(answer, name)
    }
    expect(got).toEqual(expected)
  })
})
