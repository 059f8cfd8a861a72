import { clock } from './id/clock.ts'
import { errorPage, errors } from './id/errors.ts'
import { events } from './id/events.ts'
import { fields, form } from './id/form.ts'
import { figures, home } from './id/home.ts'
import { info } from './id/info.ts'
import { layout } from './id/layout.ts'
import { agency, report, reports } from './id/public.ts'
import { receipt, track } from './id/receipt.ts'
import { refusals } from './id/refusals.ts'
import { reporterNotices } from './id/reporter-notices.ts'
import { staffNotices } from './id/staff-notices.ts'
import { channels, classes, priorities, sensitivities, states } from './id/states.ts'
import { status } from './id/status.ts'

/**
 * All words of the interface, Indonesian, by feature. Views import the feature they need from
 * copy/id/; this is the whole of it, the shape that a second language would have to fill.
 */
export const id = {
  agency,
  channels,
  classes,
  clock,
  errorPage,
  errors,
  events,
  fields,
  figures,
  form,
  home,
  info,
  layout,
  priorities,
  receipt,
  refusals,
  report,
  reporterNotices,
  reports,
  sensitivities,
  staffNotices,
  states,
  status,
  track,
}
