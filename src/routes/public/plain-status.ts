import type { AppContext } from '../../http.ts'
import { reporterSight } from '../../sights/reporter.ts'

export function wantsPlain(c: AppContext): boolean {
  return c.req.header('Accept')?.startsWith('text/plain') === true
}

/** The status in a few lines for the thinnest line there is; at most 300 bytes. */
export function plainStatus(c: AppContext): string {
  const { dossier, city, now, t } = c.var
  const { reference, state, agency, clock, root } = reporterSight(dossier, city, now)
  const follows = root?.followed ? root.state : null
  const waits = root?.followed ? 'other' : 'you'
  const due = t.dueWords(clock.due, clock.left, clock.today, waits)
  return [
    reference,
    t.states[state].label,
    ...(follows ? [t.status.rootIs(t.stateLabelForOthers(follows))] : []),
    ...(agency ? [agency.shortName] : []),
    due.main,
    due.detail,
    '',
  ]
    .filter((line, i, all) => line || i === all.length - 1)
    .join('\n')
}
