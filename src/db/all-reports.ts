import { sql } from 'drizzle-orm'
import type { State } from '../domain/case/complaint.ts'
import { agenciesOf, agenciesOfLate, holdsRole, type Staff } from '../domain/people/actor.ts'
import type { Instant } from '../domain/time/time.ts'
import { stateToken } from './complaint-rows.ts'
import { newestOf } from './fts.ts'
import { ROW_COLUMNS } from './queue-rows.ts'
import { type Cursor, PAGE, type Queue } from './queues.ts'

/** A due day would cost each row a look at its assignment, and most have ended. */
const UNDATED = sql.raw('null as rankDay, null as dueDay, null as bucket')

const LAST = Number.MAX_SAFE_INTEGER

/**
 * All that a person may know of, ended ones too, newest first. No words are matched, so that also
 * the unverified stand here. Null where they belong to no agency and oversee none.
 */
export function allReports(staff: Staff, now: Instant, state: State | null): Queue | null {
  const reach = reachOf(staff, now)
  if (reach === null) return null
  const asked = [...(state ? [stateToken(state)] : []), ...reach.within]
  const rows =
    asked.length === 0
      ? (after: Cursor | null) =>
          sql`select ${ROW_COLUMNS}, ${UNDATED} from complaint c where c.id < ${after?.id ?? LAST}
            ${KNOWN[reach.but]} order by c.id desc limit ${PAGE + 1}`
      : (after: Cursor | null) =>
          sql`select ${ROW_COLUMNS}, ${UNDATED}
            from (${newestOf('staff_search', sql`${matchOf(asked, reach.but)}`, { from: 0, to: after?.id ?? LAST }, PAGE + 1)}) s
            cross join complaint c on c.id = s.id order by s.id desc`
  return { rows, counted: null }
}

type But = 'none' | 'supervisory' | 'supervisory_routed'

/** What is kept from them even as a gap in a page. */
const KNOWN: Record<But, ReturnType<typeof sql>> = {
  none: sql``,
  supervisory: sql`and c.supervisory = 0`,
  supervisory_routed: sql`and (c.supervisory = 0 or c.lead_agency_id is null)`,
}

function matchOf(tokens: readonly string[], but: But): string {
  const all = `(${tokens.map((token) => `tokens : (${token})`).join(' AND ')})`
  if (but === 'supervisory') return `${all} NOT tokens : "awas1"`
  return but === 'none' ? all : `${all} NOT (tokens : "awas1" NOT tokens : "opd0")`
}

/** `within`: one of these each. */
function reachOf(staff: Staff, now: Instant): { within: string[]; but: But } | null {
  const is = (role: Parameters<typeof holdsRole>[1]) => holdsRole(staff, role, now)
  if (is('leader') || is('auditor') || is('inspectorate')) return { within: [], but: 'none' }
  if (is('verifier') && agenciesOfLate(staff, now).length === 0)
    return { within: [], but: 'supervisory_routed' }
  if (is('verifier') || is('admin')) return { within: [], but: 'supervisory' }
  const own = agenciesOf(staff, now)
  if (own.length === 0) return null
  return { within: [own.map((id) => `"opd${id}"`).join(' OR ')], but: 'none' }
}
