import { Hono } from 'hono'
import type { AppEnv } from '../../http.ts'
import { staffOnly, whoIsLost } from '../../middleware/staff.ts'
import { isForStaff } from '../../path-row.ts'
import { paths } from '../../paths.ts'
import { accountPages } from '../office/account.tsx'
import { breachPages } from '../office/breaches.tsx'
import { dataRequestPage } from '../office/data-request.tsx'
import { dataRequestPages } from '../office/data-requests.tsx'
import { deadLetterPages } from '../office/dead-letters.tsx'
import { exportPages } from '../office/exports.tsx'
import { grantPages } from '../office/grants.tsx'
import { inquiryPages } from '../office/inquiries.tsx'
import { integrityPages } from '../office/integrity.tsx'
import { monthReports } from '../office/month-reports.tsx'
import { oversightPages } from '../office/oversight.tsx'
import { oversightAgencies } from '../office/oversight-agencies.tsx'
import { oversightLists } from '../office/oversight-lists.tsx'
import { passkeyPages } from '../office/passkey.tsx'
import { peoplePages } from '../office/people.tsx'
import { personPages } from '../office/person.tsx'
import { personDataPages } from '../office/person-data.ts'
import { secondFactorPages } from '../office/second-factor.tsx'
import { secondResetPages } from '../office/second-reset.ts'
import { calendarPages } from '../office/settings/calendar.tsx'
import { calendarYear } from '../office/settings/calendar-year.tsx'
import { cityDrafts } from '../office/settings/city-draft.tsx'
import { clockRulePages } from '../office/settings/clock-rules.tsx'
import { importRun } from '../office/settings/import-run.tsx'
import { reportTablePages } from '../office/settings/report-table.tsx'
import { settingImport } from '../office/settings/setting-import.tsx'
import { settingRow } from '../office/settings/setting-row.tsx'
import { settingTable } from '../office/settings/setting-table.ts'
import { settingTrail } from '../office/settings/setting-trail.tsx'
import { settingPages } from '../office/settings/settings.tsx'
import { suggestionPages } from '../office/suggestions.tsx'
import { templatePages } from '../office/templates.tsx'
import { trailPages } from '../office/trail.tsx'
import { caseFile } from './case.tsx'
import { staffFiling } from './filing.tsx'
import { notHere } from './not-here.tsx'
import { queue } from './queue.tsx'
import { search } from './search.tsx'
import { steps } from './steps/routes.ts'

/** Every page of the desk, for whoever is put beside the request as `staff`. */
export const deskPages = new Hono<AppEnv>()

for (const feature of [
  queue,
  search,
  staffFiling,
  caseFile,
  steps,
  accountPages,
  passkeyPages,
  secondFactorPages,
  secondResetPages,
  deadLetterPages,
  dataRequestPages,
  dataRequestPage,
  breachPages,
  grantPages,
  oversightPages,
  oversightAgencies,
  monthReports,
  trailPages,
  exportPages,
  oversightLists,
  suggestionPages,
  inquiryPages,
  integrityPages,
  peoplePages,
  personPages,
  personDataPages,
  templatePages,
  settingTrail,
  settingTable,
  settingImport,
  reportTablePages,
  calendarPages,
  calendarYear,
  clockRulePages,
  cityDrafts,
  importRun,
  settingPages,
  settingRow,
])
  deskPages.route('/', feature)

export const desk = new Hono<AppEnv>()

desk.use('/petugas/*', notHere)

for (const row of Object.values(paths))
  if (isForStaff(row) && row.guard !== 'own') desk.use(row.at, staffOnly)
desk.route('/', deskPages)
desk.use('/petugas/*', whoIsLost)
