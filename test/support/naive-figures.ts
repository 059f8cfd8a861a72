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
    if (c.quarantined || c.channel === 'test') continue
    const month = c.dayZero.slice(0, 7)
    const isOld = c.told !== undefined && c.clocks.length === 0
    const secret = c.confidential || c.supervisory || c.suspectedSpam || c.sensitive !== null
    const rowsOf = ['city']
    if (isOld) {
      add(`city ${month}`, 'imported')
      if (!secret && c.leadAgencyId !== null) add(`agency:${c.leadAgencyId} ${month}`, 'imported')
      continue
    }
    if (!secret && c.leadAgencyId !== null) rowsOf.push(`agency:${c.leadAgencyId}`)
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
    countOverseen(c, secret, (id, name, n) => add(`city ${month}`, `agency:${id}/${name}`, n))
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

/** What staff oversee by: of each agency, secret or not; 0 has what is nobody's. */
const countOverseen = (
  c: Complaint,
  secret: boolean,
  add: (id: number, name: string, n?: number) => void,
) => {
  const coordinated = c.state === 'received' && (c.returns >= 2 || c.objection === 'open')
  const lead = c.leadAgencyId ?? (coordinated ? -2 : 0)
  countOne(c, secret, (...n) => add(lead, ...n))
  if (c.state === 'merged') return
  for (const id of new Set([lead, ...c.clocks.map((k) => k.agencyId ?? lead)]))
    countLate(c, id, (...n) => add(id, ...n))
  add(lead, `channel:${c.channel}`)
  add(lead, `place:${c.categoryId ?? 0}:${c.districtId ?? 0}`)
  if (!c.supervisory && c.categoryId !== null && c.subdistrictId !== null)
    add(0, `spot:${c.categoryId}:${c.subdistrictId}`)
  if (c.state === 'in_progress' && c.disputes > 0) add(lead, 'contested')
  if (c.state === 'received' && c.returns >= 2) add(lead, 'returned')
  const given = c.clocks.findLast(({ kind }) => kind === 'promise')
  if (given?.status === 'running') add(lead, `given:${given.dueDay}`)
  const day = heldDay(c)
  if (day) add(lead, `held:${day}`)
}

/** The day by which lists know it: of whatever clock runs; of what stands still, that of the sixty days. */
const heldDay = (c: Complaint): string | null => {
  const live = (kind: string) =>
    c.clocks.findLast((k) => k.kind === kind && ['running', 'paused'].includes(k.status))
  const first = (kinds: string[]) =>
    kinds
      .flatMap((kind) => live(kind)?.dueDay ?? [])
      .sort()
      .at(0) ?? null
  const promises = () =>
    live('settle')?.status === 'paused' ? first(['decide']) : first(['settle', 'decide'])
  if (c.state === 'received') {
    const sorting = live('objection') ?? live('verify')
    const promise = live('settle')?.status === 'paused' ? null : first(['settle', 'decide'])
    if (!sorting) return promises()
    return promise !== null && promise < sorting.dueDay ? promise : sorting.dueDay
  }
  if (c.state === 'awaiting_info' && c.cameFrom === 'received')
    return live('verify') ? first(['decide']) : null
  return ['awaiting_info', 'routed', 'in_progress'].includes(c.state) ? promises() : null
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
  for (const [kind, name] of [
    ['promise', 'promises'],
    ['target', 'targets'],
  ] as const)
    for (const k of own.filter((one) => one.kind === kind)) {
      const kept = k.status === 'ended' && !k.late
      if (kept || k.late) add(name)
      if (kept) add(`kept_${name}`)
      if (isCounting(k)) add(`${kind}_due:${k.dueDay}`)
    }
}

/** It runs, or stands still since a day that was too late already. */
const isCounting = ({ status, pauses, dueDay, dueAt }: Complaint['clocks'][number]): boolean => {
  if (status !== 'paused') return status === 'running'
  const last = pauses.at(-1)
  return dueAt === null ? (last?.from ?? '') > dueDay : (last?.fromAt ?? 0) > dueAt
}
