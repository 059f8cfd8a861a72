import type { Complaint } from '../../src/domain/case/complaint.ts'

/** A second reckoning of what reports come to, by hand; it shares nothing with domain/figures. */
export const naiveFigures = (complaints: readonly Complaint[]) => {
  const rows: Record<string, Record<string, number>> = {}
  const add = (row: string, name: string, n = 1) => {
    if (n === 0) return
    const metrics = rows[row] ?? {}
    rows[row] = { ...metrics, [name]: (metrics[name] ?? 0) + n }
  }
  for (const c of complaints) {
    if (c.quarantined) continue
    const month = c.dayZero.slice(0, 7)
    const secret = c.confidential || c.supervisory || c.suspectedSpam || c.sensitive !== null
    const rowsOf = ['city']
    if (!secret && c.leadAgencyId !== null) rowsOf.push(`agency:${c.leadAgencyId}`)
    if (!secret) rowsOf.push(`place:${c.categoryId ?? 0}:${c.districtId ?? 0}`)
    if (c.state !== 'merged') {
      for (const { agencyId } of secret ? [] : c.clocks)
        if (agencyId !== null && !rowsOf.includes(`agency:${agencyId}`))
          rowsOf.push(`agency:${agencyId}`)
    }
    for (const scope of rowsOf) {
      const row = `${scope} ${month}`
      const agency = scope.startsWith('agency:') ? Number(scope.slice(7)) : null
      if (agency === null || agency === c.leadAgencyId)
        countOne(c, secret, (...n) => add(row, ...n))
      if (c.state !== 'merged') countLate(c, agency, (...n) => add(row, ...n))
    }
  }
  return rows
}

type Add = (name: string, n?: number) => void

const countOne = (c: Complaint, secret: boolean, add: Add) => {
  if (c.state === 'merged') {
    add('joined')
    return
  }
  add('received')
  add(['closed', 'referred', 'archived', 'withdrawn'].includes(c.state) ? c.state : 'open')
  if (c.unheard) add('unheard')
  if (secret) add('confidential')
  if (c.disputes > 0) add('disputed')
  if (c.rating !== null) add('ratings')
  add('rating_sum', c.rating ?? 0)
  const bin = (days: number) => (days > 60 ? 61 : days)
  if (c.firstAnswerDays !== null) add(`answer:${bin(c.firstAnswerDays)}`)
  const stands = c.state === 'closed' || c.state === 'awaiting_confirmation'
  if (stands && c.closeDays !== null) add(`close:${bin(c.closeDays)}`)
}

/** An agency's own lateness, or with null everybody's. */
const countLate = (c: Complaint, agency: number | null, add: Add) => {
  const own = c.clocks.filter((k) => agency === null || k.agencyId === agency)
  const promises = own.filter(({ kind }) => kind === 'settle' || kind === 'decide')
  const late = agency === null ? c.everLate : promises.some((k) => k.late)
  if (late) add('late')
  const [first] = c.clocks
    .filter(({ kind }) => kind === 'settle' || kind === 'decide')
    .filter(isCounting)
    .sort((a, b) => `${a.dueDay}${b.kind}`.localeCompare(`${b.dueDay}${a.kind}`))
  if (first && own.includes(first)) add(`${late ? 'due_late' : 'due'}:${first.dueDay}`)
  for (const k of own.filter(({ kind }) => kind === 'follow_up')) {
    if (k.status !== 'void' || k.late) add('follow_ups')
    if (k.late) add('late_follow_ups')
    if (isCounting(k)) add(`follow_up_due:${k.dueDay}`)
  }
  for (const k of own.filter(({ kind }) => kind === 'promise')) {
    const kept = k.status === 'ended' && !k.late
    if (kept || k.late) add('promises')
    if (kept) add('kept_promises')
    if (isCounting(k)) add(`promise_due:${k.dueDay}`)
  }
}

/** It runs, or stands still since a day that was too late already. */
const isCounting = ({ status, pauses, dueDay }: Complaint['clocks'][number]): boolean =>
  status === 'running' || (status === 'paused' && (pauses.at(-1)?.from ?? '') > dueDay)
