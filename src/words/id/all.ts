import { account } from './account.ts'
import { calendar } from './calendar.ts'
import { citizens } from './citizens.ts'
import { deadLetters } from './dead-letters.ts'
import { caseWords, desk } from './desk.ts'
import { deskForms } from './desk-forms.ts'
import { grants } from './grants.ts'
import { inquiries } from './inquiries.ts'
import { integrity } from './integrity.ts'
import { network } from './network.ts'
import {
  addressOfStaff,
  copyForAgency,
  instead,
  letter,
  notRead,
  recordedForReporter,
} from './notice.ts'
import { oversight } from './oversight.ts'
import { people } from './people.ts'
import { registers } from './registers.ts'
import { reporterNotices } from './reporter-notices.ts'
import { settings } from './settings.ts'
import { staffNotices } from './staff-notices.ts'
import { priorities, sensitivities } from './states.ts'
import { survey } from './survey.ts'
import { systemNotices } from './system-notices.ts'
import { templates } from './templates.ts'
import { trail } from './trail.ts'

/** Every text of the interface in Indonesian, the source: citizens' pages, the desk and letters. */
export const id = {
  ...citizens,
  account,
  calendar,
  deadLetters,
  deskForms,
  desk,
  caseWords,
  grants,
  inquiries,
  copyForAgency,
  instead,
  integrity,
  addressOfStaff,
  recordedForReporter,
  letter,
  network,
  notRead,
  oversight,
  people,
  registers,
  reporterNotices,
  settings,
  staffNotices,
  priorities,
  sensitivities,
  survey,
  systemNotices,
  templates,
  trail,
}
