import { citizens } from '../id/citizens.ts'
import type { CitizenTexts } from '../texts.ts'
import { clock } from './clock.ts'
import { due } from './due.ts'
import { ended } from './ended.ts'
import { errorPage, errors } from './errors.ts'
import { events } from './events.ts'
import { fileRefusals, files } from './files.ts'
import { filingErrors } from './filing-errors.ts'
import { fields, form } from './form.ts'
import { layout } from './layout.ts'
import { myData } from './my-data.ts'
import { receipt, track } from './receipt.ts'
import { fieldRefusals, refusals } from './refusals.ts'
import { renewKey } from './renew-key.ts'
import { requests } from './requests.ts'
import { channels, classes, states, statesForOthers } from './states.ts'
import { status } from './status.ts'
import { units } from './units.ts'
import { visible } from './visible.ts'

/** English for one reporter's pages; what no such page shows stays Indonesian, by whole collection. */
export const en: CitizenTexts = {
  ...citizens,
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
  layout,
  myData,
  receipt,
  track,
  refusals,
  fieldRefusals,
  renewKey,
  requests,
  states,
  statesForOthers,
  classes,
  channels,
  status,
  units,
  visible,
}
