import type { DatabaseSync } from 'node:sqlite'

/** What an agency's reports of some months come to, by SQL over the rows that events vouch for. */
export interface Counted {
  received: number
  open: number
  followUps: number
  lateFollowUps: number
  /** Working days to the standing closing, in order; 61 is 61 and more. */
  closings: number[]
  late: number
  disputed: number
  promises: number
  keptPromises: number
  targets: number
  keptTargets: number
  ratings: number
  ratingSum: number
}

export interface Span {
  today: string
  /** 'YYYY-MM', both counted. */
  from: string
  to: string
  /** Without what is kept from the public. */
  open?: boolean
}

/** One that stands still is past only where it was when it stopped. */
const LIVE = `(k.status = 'running'
  or k.status = 'paused' and json_extract(k.pauses, '$[#-1].from') > k.due_day)`

const SECRET = '(c.confidential or c.supervisory or c.sensitive is not null or c.suspected_spam)'

/** Nothing here knows of the figures, nor of the code that reckons them. */
export function counted(db: DatabaseSync, agencyId: number, span: Span): Counted {
  const roots = `complaint c on c.id = k.complaint_id and ${rootsOf(span)}`
  const number = (sql: string) => Number(Object.values(db.prepare(sql).get() ?? {})[0] ?? 0)
  const own = (what: string) =>
    number(
      `select ${what} from complaint c where c.lead_agency_id = ${agencyId} and ${rootsOf(span)}`,
    )
  const clocks = (kind: string, which: string) =>
    number(`select count(*) from clock k join ${roots}
      where k.kind = '${kind}' and k.agency_id = ${agencyId} and ${which}`)
  const past = `${LIVE} and k.due_day < '${span.today}'`
  const given = (kind: string) => {
    const kept = clocks(kind, `k.status = 'ended' and not k.late`)
    return [kept + clocks(kind, 'k.late') + clocks(kind, past), kept] as const
  }
  const [promises, keptPromises] = given('promise')
  const [targets, keptTargets] = given('target')
  return {
    received: own('count(*)'),
    open: own(
      `sum(c.state in ('received', 'awaiting_info', 'routed', 'in_progress', 'awaiting_confirmation'))`,
    ),
    followUps: clocks('follow_up', `(k.status <> 'void' or k.late)`),
    lateFollowUps: clocks('follow_up', 'k.late') + clocks('follow_up', past),
    closings: db
      .prepare(
        `select min(61, c.close_days) as n from complaint c where c.lead_agency_id = ${agencyId}
          and c.state in ('closed', 'awaiting_confirmation') and c.close_days is not null
          and ${rootsOf(span)} order by 1`,
      )
      .all()
      .map(({ n }) => Number(n)),
    late: lateOf(db, agencyId, span),
    disputed: own('sum(c.disputes > 0)'),
    ...{ promises, keptPromises, targets, keptTargets },
    ratings: own('count(c.rating)'),
    ratingSum: own('sum(c.rating)'),
  }
}

function rootsOf({ from, to, open }: Span): string {
  return `c.root_id = c.id and c.quarantined = 0
    and substr(c.day_zero, 1, 7) between '${from}' and '${to}' ${open ? `and not ${SECRET}` : ''}`
}

/** A report is late once: ended late in its hands, or open past the earlier of the two dates. */
function lateOf(db: DatabaseSync, agencyId: number, span: Span): number {
  const rows = db
    .prepare(
      `select count(*) as n from complaint c where ${rootsOf(span)} and (
        exists (select 1 from clock k where k.complaint_id = c.id and k.kind in ('settle', 'decide')
          and k.agency_id = ${agencyId} and k.late)
        or ${agencyId} is (select k.agency_id from clock k where k.complaint_id = c.id
          and k.kind in ('settle', 'decide') and ${LIVE}
          order by k.due_day, k.kind desc limit 1)
        and (select min(k.due_day) from clock k where k.complaint_id = c.id
          and k.kind in ('settle', 'decide') and ${LIVE}) < '${span.today}')`,
    )
    .get()
  return Number(rows?.n ?? 0)
}

/** Open past its day, by calendar days, and held to a day of this week. */
export function held(db: DatabaseSync, agencyId: number | null, today: string, until: string) {
  const whose = agencyId === null ? '' : `and agency_id = ${agencyId}`
  const row = db
    .prepare(
      `select sum(late between 1 and 7) as week, sum(late between 8 and 30) as month,
        sum(late > 30) as older, sum(late <= 0 and due_day <= '${until}') as soon
      from (select due_day, julianday('${today}') - julianday(due_day) as late from assignment
        where open = 1 and role = 'lead' and bucket in ('work', 'paused') ${whose}
          and complaint_id in (select id from complaint where quarantined = 0))`,
    )
    .get()
  const of = (name: string) => Number(row?.[name] ?? 0)
  return { week: of('week'), month: of('month'), older: of('older'), soon: of('soon') }
}

/** Of which nothing is said by a month. */
export function standing(db: DatabaseSync, agencyId: number | null, today: string) {
  const whose = agencyId === null ? '' : `and lead_agency_id = ${agencyId}`
  const clocks = agencyId === null ? '' : `and k.agency_id = ${agencyId}`
  const number = (sql: string) => Number(db.prepare(sql).get()?.n ?? 0)
  const past = (kind: string) =>
    number(`select count(*) as n from clock k where k.kind = '${kind}' and k.status = 'running'
      and k.due_day < '${today}' ${clocks}`)
  return {
    disputed: number(
      `select count(*) as n from complaint where state = 'in_progress' and disputes > 0 ${whose}`,
    ),
    returned: number(
      `select count(*) as n from complaint where state = 'received' and returns > 1 ${whose}`,
    ),
    missed: past('promise'),
    limits: past('target'),
  }
}
