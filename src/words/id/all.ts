import { clock } from './clock.ts'
import { deadLetters } from './dead-letters.ts'
import { caseWords, desk } from './desk.ts'
import { deskForms } from './desk-forms.ts'
import { due } from './due.ts'
import { ended } from './ended.ts'
import { errorPage, errors } from './errors.ts'
import { events } from './events.ts'
import { fileRefusals, files } from './files.ts'
import { filingErrors } from './filing-errors.ts'
import { fields, form } from './form.ts'
import { grants } from './grants.ts'
import { figures, home } from './home.ts'
import { info } from './info.ts'
import { layout } from './layout.ts'
import { myData } from './my-data.ts'
import { network } from './network.ts'
import { instead, letter, notRead, recordedForReporter } from './notice.ts'
import { oneTime } from './one-time.ts'
import { people } from './people.ts'
import { agencies, agency, report, reports } from './public.ts'
import { receipt, track } from './receipt.ts'
import { fieldRefusals, refusals } from './refusals.ts'
import { registers } from './registers.ts'
import { renewKey } from './renew-key.ts'
import { reporterNotices } from './reporter-notices.ts'
import { requests } from './requests.ts'
import { session } from './session.ts'
import { staffNotices } from './staff-notices.ts'
import { channels, classes, priorities, sensitivities, states, statesForOthers } from './states.ts'
import { status } from './status.ts'
import { systemNotices } from './system-notices.ts'
import { units } from './units.ts'
import { verifyReceipt } from './verify-receipt.ts'
import { visible } from './visible.ts'
import { widget } from './widget.ts'

/** Every text of the interface in Indonesian: the source. */
export const id = {
  clock,
  deadLetters,
  deskForms,
  desk,
  caseWords,
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
  grants,
  home,
  figures,
  info,
  layout,
  instead,
  recordedForReporter,
  letter,
  myData,
  network,
  notRead,
  oneTime,
  people,
  renewKey,
  reports,
  report,
  agency,
  agencies,
  receipt,
  track,
  refusals,
  fieldRefusals,
  registers,
  reporterNotices,
  requests,
  session,
  staffNotices,
  states,
  statesForOthers,
  classes,
  priorities,
  channels,
  sensitivities,
  status,
  systemNotices,
  units,
  visible,
  verifyReceipt,
  widget,
}
