import { env } from 'cloudflare:workers'
import { asc } from 'drizzle-orm'
import { loadHistory, type Rows } from '../../src/db/history.ts'
import { heldBy } from '../../src/db/ledger/assignments.ts'
import { UNDO_DELAY_MS } from '../../src/db/ledger/delay.ts'
import { assignment, complaint, event, message } from '../../src/db/schema/complaint.ts'
import { attachment, identity, outbox, reveal } from '../../src/db/schema/filing.ts'
import { actOf } from '../../src/domain/acts/acts.ts'
import { isHandingOn } from '../../src/domain/case/complaint.ts'
import { calendarOf, rulesOf } from '../../src/domain/city/city.ts'
import { contextOf } from '../../src/domain/city/rule-context.ts'
import { actorId } from '../../src/domain/people/actor.ts'
import { nextOpening } from '../../src/domain/time/quiet-hours.ts'
import { dateOf, monthOf } from '../../src/domain/time/time.ts'
import { differences, recountOf } from '../../src/jobs/check-figures.ts'
import { jobWorld } from '../../src/jobs/world.ts'
import { canonicalJson } from '../../src/seal/digest.ts'
import { verifyHistory } from '../../src/seal/history-check.ts'
import { complaintFaults } from './check-complaint.ts'
import { allComplaints, faults } from './invariants.ts'
import { lateLost } from './late-stays.ts'
import { isStuck, openedAlone } from './one-person.ts'
import { people } from './random-commands.ts'
import { searchFaults } from './search-faults.ts'
import { fieldsOf, type Life, rootIn, unlike, type Walk, type Written } from './walk-book.ts'
import { letterFaults } from './walk-letters.ts'

/** Everything in which the database is not what the rules made of a walk; none means it is. */
export const walkFaults = async (w: Walk): Promise<string[]> => {
  const { db, city, now } = w.s
  const each = [...w.book.values()].map(({ complaint: c }) =>
    complaintFaults(db, city, c.reference, now, w.cities),
  )
  return [
    ...w.wrong,
    ...(await rowFaults(w)),
    ...(await faults(db)),
    ...(await Promise.all(each)).flat(),
    ...(await wordFaults(w)),
    ...(await tableFaults(w)),
    ...clusterFaults(w),
    ...purgeFaults(w),
    ...lives(w).flatMap(([, { decision: d }]) =>
      lateLost(d, dateOf(d.at, w.s.city.settings.offset)),
    ),
    ...lives(w).flatMap(([, { decision: d }]) => openedAlone(d, rulesOf(city))),
    ...stuckFaults(w),
    ...(await figureFaults(w)),
    ...(await historyFaults()),
    ...(await searchFaults(w)),
    ...(await letterFaults(w)),
  ]
}

/** Jobs of their own tell of these (test/middleware/purge.test.ts); of a filing no page tells. */
const UNTOLD: readonly string[] = ['file', 'recompute', 'follow', 'hand_on']
/** Nothing that a page shows. */
const UNSEEN: readonly string[] = ['seal_key', 'reindex']

/** Copies of its page are old once for each change, and for none that nobody sees. */
const purgeFaults = ({ book, purged }: Walk): string[] =>
  [...book.values()].flatMap(({ complaint: { reference }, written }) => {
    const told = written.filter(
      ({ decision: { command } }) => !UNTOLD.includes(command) && !UNSEEN.includes(command),
    )
    const times = purged.get(reference) ?? 0
    return told.length === times
      ? []
      : [`${reference} left the edge ${times} times, not ${told.length}`]
  })

/** Somebody can always answer. */
const stuckFaults = ({ s, book }: Walk): string[] =>
  [...book.values()]
    .filter(({ complaint: c }) => isStuck(c, people, contextOf(s)))
    .map(({ complaint: c }) => `nobody brings ${c.reference} on from ${c.state}`)

/** The rows and clocks are what the rules decided. */
const rowFaults = async ({ s, book }: Walk): Promise<string[]> =>
  (await allComplaints(s.db)).flatMap((c) => {
    const life = book.get(c.id)
    return life
      ? unlike(c.reference, fieldsOf(c), fieldsOf(life.complaint))
      : [`${c.reference} is in no book`]
  })

/** Released and screened copies, public photos; nothing left of who is erased. */
const wordFaults = async ({ s, book }: Walk): Promise<string[]> => {
  const [rows, files, people, messages] = await s.db.batch([
    s.db.select().from(complaint),
    s.db.select().from(attachment),
    s.db.select().from(identity),
    s.db.select().from(message),
  ])
  return rows.flatMap((row) => {
    const life = book.get(row.id)
    if (!life) return []
    const own = files.filter((f) => f.complaintId === row.id)
    const shown = own.filter((f) => f.isPublic).map(({ id }) => id)
    const { releasedTitle, releasedText, screenedText } = row
    const erasedAt = life.written.find(({ decision }) => decision.command === 'erase')?.seq
    const [before, who] = [
      messages.filter((m) => m.complaintId === row.id && m.seq < (erasedAt ?? 0)),
      people.find((p) => p.complaintId === row.id),
    ]
    const kept = [row.title, row.text, row.salt, row.landmark, who?.wrappedKey, who?.sealed]
    const left = [...kept, ...own.map((f) => f.key), ...before.flatMap((m) => [m.text, m.salt])]
    return [
      ...unlike(
        `${row.reference} copies`,
        [JSON.stringify({ releasedTitle, releasedText, screenedText })],
        [JSON.stringify(life.copies)],
      ),
      ...unlike(`${row.reference} photos`, shown, life.photos),
      ...(erasedAt && left.some((word) => word != null) ? [`${row.reference} is half erased`] : []),
      ...(erasedAt && before.some((m) => m.state === 'draft' || m.state === 'screening')
        ? [`${row.reference}: words wait that are erased`]
        : []),
    ]
  })
}

const lives = (w: Walk): [Life, Written][] =>
  [...w.book.values()].flatMap((life) => life.written.map((one): [Life, Written] => [life, one]))

/** Events, notices, messages, reveals and places in queues: what the decisions give, no more. */
const tableFaults = async (w: Walk): Promise<string[]> => {
  const { db } = w.s
  const [events, letters, messages, reveals, places] = await db.batch([
    db.select().from(event),
    db.select().from(outbox).orderBy(asc(outbox.id)),
    db.select().from(message),
    db.select().from(reveal),
    db.select().from(assignment),
  ])
  const all = lives(w)
  const open = places.filter((p) => p.open)
  return [
    ...unlike(
      'event',
      events.map((e) =>
        [e.complaintId, e.seq, e.type, e.at, e.actor, e.stateBefore, e.agencyId, e.facts].join(' '),
      ),
      all.map(([, { decision: d, seq }]) =>
        [
          ...[d.after.id, seq, d.command, d.at, actorId(d.actor), d.before?.state],
          ...[d.after.leadAgencyId, canonicalJson(d.facts)],
        ].join(' '),
      ),
    ),
    ...unlike(
      'letter',
      letters.map((o) =>
        [o.dedupe, o.complaintId, o.seq, o.recipient, o.agencyId, o.notBefore, o.state].join(' '),
      ),
      all.flatMap(([life, one]) => lettersOf(life, one)),
    ),
    ...unlike(
      'message',
      messages.map((m) =>
        [m.complaintId, m.seq, m.kind, m.audience, m.state, m.visibleFrom, m.screened].join(' '),
      ),
      all.flatMap(([life, one]) => messageOf(life, one)),
    ),
    ...unlike(
      'reveal',
      reveals.map((r) => [r.complaintId, r.seq, r.at].join(' ')),
      all.flatMap(([life, { decision: d, seq }]) =>
        d.command === 'reveal' ? [[life.complaint.id, seq, d.at].join(' ')] : [],
      ),
    ),
    ...unlike(
      'place in a queue',
      open.map((p) =>
        [p.complaintId, p.agencyId, p.role, p.officerId, p.bucket, p.rankDay, p.dueDay].join(' '),
      ),
      [...w.book.values()].flatMap(({ complaint: c }) =>
        heldBy(c, calendarOf(w.s.city)).map((h) =>
          [c.id, h.agencyId, h.role, h.officerId, h.bucket, h.rankDay, h.dueDay].join(' '),
        ),
      ),
    ),
    ...places
      .filter((p) => p.open !== (p.closedAt === null))
      .map((p) => `place ${p.complaintId} ${p.agencyId} ${p.seq} is open and closed`),
  ]
}

const undone = (life: Life, seq: number): boolean =>
  life.written.some(({ decision: d }) => d.command === 'undo' && d.facts.undone === seq)

const lettersOf = (life: Life, { decision: d, seq, calendar }: Written): string[] =>
  d.notices.map(({ to, agencyId, template }) => {
    const byDay = nextOpening(
      d.at,
      ['reporter', 'members'].includes(to) ? 'reporter' : 'staff',
      calendar,
    )
    const soon = d.at + (d.undoable ? UNDO_DELAY_MS : 0)
    const dedupe = `${d.after.id}:${seq}:${template}:${to}:${agencyId ?? ''}`
    const state = undone(life, seq) ? 'cancelled' : 'waiting'
    const notBefore = d.actor.kind === 'timer' ? byDay : soon
    return [dedupe, d.after.id, seq, to, agencyId, notBefore, state].join(' ')
  })

/** A message with all that later commands did to it. */
const messageOf = (life: Life, { decision: d, seq }: Written): string[] => {
  if (!d.message) return []
  let { state }: { state: string } = d.message
  let visibleFrom = d.at + (d.undoable ? UNDO_DELAY_MS : 0)
  let screened: string | null = null
  for (const { decision: later, screened: copy } of life.written.filter((o) => o.seq > seq)) {
    const mine = later.facts.message === seq
    if (mine && actOf(later.command).earlier?.does === 'approves') {
      state = 'sent'
      visibleFrom = later.at + (later.undoable ? UNDO_DELAY_MS : 0)
    }
    if (mine && later.command === 'screen') [state, screened] = ['sent', copy]
    if (later.command === 'undo' && later.facts.undone === seq) state = 'undone'
    if (later.command === 'undo' && later.facts.approved === seq) state = 'draft'
    if (later.command === 'erase') {
      if (state === 'draft') state = 'undone'
      if (state === 'screening') state = 'sent'
      screened = null
    }
  }
  const { kind, audience } = d.message
  return [[d.after.id, seq, kind, audience, state, visibleFrom, screened].join(' ')]
}

/** A root counts itself and those under it, and nobody is under one who is under another. */
const clusterFaults = ({ book }: Walk): string[] => {
  const all = [...book.values()].map(({ complaint: c }) => c)
  return all.flatMap((c) => {
    const members = all.filter((m) => m.id !== c.id && rootIn(book, m.rootId).complaint.id === c.id)
    if (c.state === 'merged') {
      const root = rootIn(book, c.rootId).complaint
      const left = all.some((m) => m.rootId === c.id) && !isHandingOn(c)
      return c.rootId === c.id || root.rootId !== root.id || left
        ? [`${c.reference} is merged under nothing`]
        : []
    }
    return c.clusterSize === 1 + members.length && c.rootId === c.id
      ? []
      : [`${c.reference} counts ${c.clusterSize} with ${members.length} members`]
  })
}

/** The night's own check, over every agency and month: stored, from reports, from events alone. */
const figureFaults = async ({ s, book }: Walk): Promise<string[]> => {
  const world = await jobWorld(env, s.now)
  const months = new Set([...book.values()].map(({ complaint: c }) => monthOf(c.dayZero)))
  const agencies = new Set(
    lives({ book } as Walk).flatMap(([, { decision }]) => decision.after.leadAgencyId ?? []),
  )
  const pairs = [...months].flatMap((month) => [...agencies].map((id) => [id, month] as const))
  const checked = pairs.map(async ([id, month]) => {
    const different = await differences(world, recountOf(world, id, month))
    return different.length === 0 ? [] : [`figures of ${id} in ${month}: ${different}`]
  })
  return (await Promise.all(checked)).flat()
}

const read: Rows = async <T>(sql: string, ...values: (string | number)[]) =>
  (
    await env.DB.prepare(sql)
      .bind(...values)
      .all<T>()
  ).results

const historyFaults = async (): Promise<string[]> => {
  const found = await verifyHistory({
    ...(await loadHistory(read)),
    dayOf: (at) => dateOf(at, 420),
  })
  return found.map((finding) => `history: ${JSON.stringify(finding)}`)
}
