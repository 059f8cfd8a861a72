import { clock } from './clock.ts'
import { due } from './due.ts'
import { ended } from './ended.ts'
import { errorPage, errors } from './errors.ts'
import { events } from './events.ts'
import { fileRefusals, files } from './files.ts'
import { filingErrors } from './filing-errors.ts'
import { fields, form } from './form.ts'
import { figures, home } from './home.ts'
import { info } from './info.ts'
import { layout } from './layout.ts'
import { myData } from './my-data.ts'
import { oneTime } from './one-time.ts'
import { agencies, agency, report, reports } from './public.ts'
import { receipt, track } from './receipt.ts'
import { fieldRefusals, refusals } from './refusals.ts'
import { renewKey } from './renew-key.ts'
import { requests } from './requests.ts'
import { session } from './session.ts'
import { channels, classes, states, statesForOthers } from './states.ts'
import { status } from './status.ts'
import { units } from './units.ts'
import { verifyReceipt } from './verify-receipt.ts'
import { visible } from './visible.ts'
import { widget } from './widget.ts'

/** What citizens' pages say: all that is there when the Worker starts. */
export const citizens = {
  clock,
  due,
  ended,
  errors,
  errorPage,
  events,
  fileRefusals,
  files,
  filingErrors,
  form,
  fields,
  home,
  figures,
  info,
  layout,
  myData,
  oneTime,
  renewKey,
  reports,
  report,
  agency,
  agencies,
  receipt,
  track,
  refusals,
  fieldRefusals,
  requests,
  session,
  states,
  statesForOthers,
  classes,
  channels,
  status,
  units,
  visible,
  verifyReceipt,
  widget,
}
