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
    const secret = c.confidential || c.supervisory || c.suspectedSpam || c.sensitive !== null
    const scopes = ['city']
    if (!secret && c.leadAgencyId !== null) scopes.push(`agency:${c.leadAgencyId}`)
    if (!secret) scopes.push(`place:${c.categoryId ?? 0}:${c.districtId ?? 0}`)
    for (const scope of scopes) {
      const row = `${scope} ${c.dayZero.slice(0, 7)}`
      if (c.state === 'merged') {
        add(row, 'joined')
        continue
      }
      add(row, 'received')
      const over = ['closed', 'referred', 'archived', 'withdrawn'].includes(c.state)
      add(row, over ? c.state : 'open')
      if (secret) add(row, 'confidential')
      if (c.disputes > 0) add(row, 'disputed')
      if (c.everLate) add(row, 'late')
      if (c.rating !== null) add(row, 'ratings')
      add(row, 'rating_sum', c.rating ?? 0)
      const bin = (days: number) => (days > 60 ? 61 : days)
      if (c.firstAnswerDays !== null) add(row, `answer:${bin(c.firstAnswerDays)}`)
      const stands = c.state === 'closed' || c.state === 'awaiting_confirmation'
      if (stands && c.closeDays !== null) add(row, `close:${bin(c.closeDays)}`)
      const date = nextDate(c)
      if (date) add(row, `${c.everLate ? 'due_late' : 'due'}:${date}`)
    }
  }
  return rows
}

const nextDate = (c: Complaint): string | undefined =>
  c.clocks
    .filter(({ kind }) => kind === 'settle' || kind === 'decide')
    .filter(({ status, pausedDay, startDay, resumedDay, dueDay }) => {
      if (status !== 'paused') return status === 'running'
      const counted = [pausedDay ?? '', resumedDay ?? startDay].sort().at(-1) ?? ''
      return counted > dueDay
    })
    .map(({ dueDay }) => dueDay)
    .sort()[0]
