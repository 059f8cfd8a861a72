import { env } from 'cloudflare:workers'
import { caseById } from '../../src/db/cases.ts'
import { runCommand, type Surroundings } from '../../src/db/run-command.ts'
import { membership, user } from '../../src/db/schema/staff.ts'
import type { Given } from '../../src/domain/acts/acts.ts'
import type { RouteCommand } from '../../src/domain/acts/route.ts'
import type { Actor, Role } from '../../src/domain/people/actor.ts'
import type { Instant } from '../../src/domain/time/time.ts'
import { aForm, filed, someone, world } from './world.ts'

export const PUPR = 2

/** Gives a command as somebody at some time; throws when it is refused. */
export const give = async (
  s: Surroundings,
  id: number,
  actor: Actor,
  now: Instant,
  command: Given,
  extra?: Parameters<typeof runCommand>[3],
) => {
  const found = await caseById(s.db, id)
  if (!found) throw new Error('no such report')
  const result = await runCommand({ ...s, actor, now }, found, command, extra)
  if (!result.ok) throw new Error(`${command.name}: ${JSON.stringify(result)}`)
  return result.complaint
}

export const routeTo = (
  leadAgencyId: number,
  changes: Partial<RouteCommand> = {},
): RouteCommand => ({
  name: 'route',
  class: 'complaint',
  supervisory: false,
  sensitive: null,
  categoryId: 1,
  leadAgencyId,
  supportingAgencyIds: [],
  aboutAgencyId: null,
  priority: 'normal',
  release: { release: false, title: '', text: '', point: false, photoIds: [] },
  screenedText: null,
  ...changes,
})

/** What the verifier writes for the agency where the reporter is anonymous. */
const SCREENED: Partial<RouteCommand> = {
  release: { release: false, title: 'Jalan rusak', text: '', point: false, photoIds: [] },
  screenedText: 'Ada lubang di jalan raya di depan sekolah.',
}

const verifier = someone('verifier')
export const officer = (agencyId = PUPR) => someone('officer', agencyId)

/** A report filed at a time and brought so far. */
export const aCase = async (
  now: Instant,
  upTo: 'received' | 'routed' | 'in_progress' | 'awaiting_info' | 'awaiting_confirmation',
  form = aForm(),
) => {
  const s = await world({ kind: 'reporter' }, now)
  const { id } = (await filed(s, form)).found.complaint
  if (upTo === 'received') return { s, id }
  await give(s, id, verifier, now, routeTo(PUPR, form.command.anonymous ? SCREENED : {}))
  if (upTo === 'routed') return { s, id }
  await give(s, id, officer(), now, { name: 'take_up' })
  if (upTo === 'awaiting_info')
    await give(s, id, officer(), now, { name: 'ask', text: 'Di sebelah mana tepatnya lubangnya?' })
  if (upTo === 'awaiting_confirmation')
    await give(s, id, officer(), now, {
      name: 'propose_closure',
      text: 'Lubang sudah kami tambal pagi ini dengan aspal panas.',
      reason: 'Sudah diperbaiki',
      evidenceFiles: 1,
      visit: null,
    })
  return { s, id }
}

/** Somebody on the staff who can be told. */
export const aMember = async (
  s: Surroundings,
  role: Role,
  agencyId = 0,
  changes: { id?: string; disabledAt?: number; until?: number } = {},
) => {
  const id = changes.id ?? `${role}-${agencyId}`
  const at = new Date(0)
  await s.db
    .insert(user)
    .values({
      id,
      name: id,
      email: `${id}@contoh.id`,
      createdAt: at,
      updatedAt: at,
      disabledAt: changes.disabledAt ?? null,
    })
    .onConflictDoNothing()
  await s.db
    .insert(membership)
    .values({ userId: id, role, agencyId, since: 0, until: changes.until ?? null })
    .onConflictDoNothing()
  return id
}

export const rows = async <T = Record<string, unknown>>(sql: string, ...values: unknown[]) =>
  (
    await env.DB.prepare(sql)
      .bind(...values)
      .all<T>()
  ).results
