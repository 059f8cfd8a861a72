import { getTableColumns, getTableName, is, Table } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { toColumns, toComplaint } from '../../src/db/complaint-rows.ts'
import type { Dossier } from '../../src/db/dossier.ts'
import type { HeldContact } from '../../src/db/my-data.ts'
import * as complaints from '../../src/db/schema/complaint.ts'
import * as filings from '../../src/db/schema/filing.ts'
import * as rights from '../../src/db/schema/rights.ts'
import * as staff from '../../src/db/schema/staff.ts'
import { myDataFile } from '../../src/routes/public/my-data-file.ts'
import { keptSight } from '../../src/sights/kept.ts'
import { reporterSight } from '../../src/sights/reporter.ts'
import { MyDataPage } from '../../src/views/public/my-data.tsx'
import { aComplaint, HEALTH, wib } from '../support/builders.ts'
import { aTown, dossierOf } from '../support/dossiers.ts'
import { t } from '../support/words.ts'
import { site } from './support/own-pages.tsx'

/** In a column that *Data saya* shows: another value, which page and download must then say otherwise. */
const SHOWN: Record<string, unknown> = {
  'complaint.reference': 'DMI-2222-2222',
  'complaint.class': 'aspiration',
  'complaint.supervisory': true,
  'complaint.sensitive': 'health',
  'complaint.anonymous': true,
  'complaint.confidential': true,
  'complaint.channel': 'phone',
  'complaint.category_id': 2,
  'complaint.district_id': 5,
  'complaint.subdistrict_id': 61,
  'complaint.proposed_agency_id': HEALTH,
  'complaint.received_at': wib('2026-11-20', '08.15'),
  'complaint.opened_at': wib('2026-11-27', '08.15'),
  'complaint.rating': 3,
  'complaint.title': 'judul lain',
  'complaint.text': 'isi lain',
  'complaint.incident_day': '2026-11-03',
  'complaint.landmark': 'patokan lain',
  'complaint.lat': 1.5,
  'complaint.lng': 101.5,
  'complaint.on_behalf': 'wakil lain',
  'complaint.loss': 'rugi lain',
  'complaint.settlement': 'harapan lain',
  'complaint.lapor_number': '8123456',
  'identity.sealed': 'Siti Lain',
  'identity.email_failed_at': wib('2026-11-26', '08.15'),
  'attachment.id': 'foto-lain',
  'attachment.type': 'application/pdf',
  'attachment.bytes': 4096,
}

const OURS = 'tells how the city handles it, not who somebody is or what they said'
const HISTORY = 'the step stands in the history of page and download'
const WORKING = 'keeps rows together or in order'
const SEALED = 'a key or digest: a copy of it would help whoever should not have it'
const PERSON = 'names a member of the staff, who has rights of their own'
const REGISTER = 'stands in the register of requests, which is answered beside it'

/** What is not shown, and why; a whole table where all of it is alike. */
const NOT_SHOWN: Record<string, string> = {
  complaint: OURS,
  'complaint.id': WORKING,
  'complaint.version': WORKING,
  'complaint.last_hash': SEALED,
  'complaint.key_hash': SEALED,
  'complaint.salt': 'the proof code: shown beside the words that it proves',
  'complaint.has_key_holder': 'whoever reads this holds the key',
  'complaint.filed_by': PERSON,
  'complaint.officer_id': PERSON,
  'complaint.draft_by': PERSON,
  'complaint.key_seen_by': 'said where the key is renewed',
  'complaint.closed_at': HISTORY,
  'complaint.state': HISTORY,
  'complaint.screened_text': 'shown where there is a copy for the agency',
  'complaint.released_title': 'the verifier’s words, on the public page',
  'complaint.released_text': 'the verifier’s words, on the public page',
  'complaint.told_day': 'it is the day of what happened, too',
  'complaint.told_end': 'nobody holds the key of what was over before it came',
  'complaint.erased': 'the page then says that nothing is left',
  identity: 'opened, it is name, phone and e-mail',
  attachment: 'told of the file, which is there whole behind its link',
  'attachment.author_id': PERSON,
  message: 'what was said stands in the download, in words',
  event: HISTORY,
  clock: OURS,
  assignment: OURS,
  reveal: 'told after seven days, on page and download',
  filing: SEALED,
  old_report: WORKING,
  upload: 'a file on its way, for minutes',
  outbox: 'what was sent is what is shown: a letter holds no words of its own',
  delivery: 'that a letter came back is shown of its address',
  data_request: REGISTER,
}

const tables = [complaints, filings, rights, staff].flatMap((schema) =>
  Object.values(schema).filter((one): one is Table => is(one, Table)),
)
const columnsOf = (table: Table) => Object.values(getTableColumns(table)).map(({ name }) => name)
/** Of one report; figures, people and settings are of none. */
const ofReports = tables.filter(
  (table) =>
    table === complaints.complaint ||
    columnsOf(table).some((name) => name === 'complaint_id' || name === 'outbox_id'),
)
const named = ofReports.flatMap((table) =>
  columnsOf(table).map((column) => [getTableName(table), column] as const),
)

test('every column of a report is shown, or said why it is not', () => {
  const unsaid = named
    .filter(([table, column]) => !(`${table}.${column}` in SHOWN) && !(table in NOT_SHOWN))
    .map((names) => names.join('.'))
  expect(unsaid).toEqual([])
})

test('of the report itself no column is passed over', () => {
  const own = new Set([...Object.keys(SHOWN), ...Object.keys(NOT_SHOWN)])
  const unsaid = columnsOf(complaints.complaint).filter((column) => !own.has(`complaint.${column}`))
  expect(unsaid.sort()).toEqual(HANDLING.toSorted())
})

/** How the city handles it: a column that is new must be said to belong here. */
const HANDLING = [
  ...['root_id', 'cluster_size', 'came_from', 'suspected_spam', 'quarantined', 'about_agency_id'],
  ...['lead_agency_id', 'supporting', 'former_agencies', 'priority', 'day_zero', 'returns'],
  ...['first_routed_day', 'objection', 'disputes', 'first_answer_days', 'close_days', 'ever_late'],
  ...['lapsed', 'unheard', 'draft_seq', 'draft_kind', 'release_status', 'release_point'],
  ...['public_from', 'tokens', 'undo'],
]

test('nothing is said of a column that is not there', () => {
  const there = new Set([
    ...named.map((names) => names.join('.')),
    ...ofReports.map((one) => getTableName(one)),
  ])
  const said = [...Object.keys(SHOWN), ...Object.keys(NOT_SHOWN)]
  expect(said.filter((name) => !there.has(name))).toEqual([])
})

const city = aTown()
const now = wib('2026-11-28', '09.00')

const held = (changes: Partial<HeldContact> = {}): HeldContact => ({
  ...{ name: 'Siti Rahmah', phone: '0812', email: 'siti@contoh.id', emailFailedAt: null },
  ...changes,
})

/** Page and download of a report, as the routes put them together. */
const told = (d: Dossier, contact: HeldContact): [page: string, file: string] => {
  const sight = reporterSight(d, city, now)
  const kept = keptSight(d, city, now)
  const page = (
    <MyDataPage
      t={t}
      site={site}
      reference={sight.reference}
      session=""
      contact={{
        nama: contact.name ?? '',
        kontak_telepon: contact.phone ?? '',
        kontak_email: contact.email ?? '',
      }}
      text={sight.own.text}
      kept={kept}
      emailFailedAt={contact.emailFailedAt}
      screened={sight.screened}
      pages={{ older: null, newest: true }}
      wish={sight.wish}
      proof={null}
      files={sight.files}
      eraseWaits={null}
      errors={[]}
    />
  )
  return [String(page), JSON.stringify(myDataFile(t, sight, kept, contact))]
}

const altered = (d: Dossier, property: string, value: unknown): Dossier => {
  const row = { ...d.row, ...toColumns(d.complaint), [property]: value } as Dossier['row']
  return { ...d, row, complaint: toComplaint(row, []) }
}

const filed = dossierOf(aComplaint({ categoryId: 1, subdistrictId: null, districtId: null }))
const plain = altered(filed, 'openedAt', null)

const withFile = (property: string, value: unknown): Dossier => ({
  ...plain,
  attachments: plain.attachments.map((a, i) => (i === 0 ? { ...a, [property]: value } : a)),
})

const propertyOf = (table: Table, column: string) =>
  Object.entries(getTableColumns(table)).find(([, { name }]) => name === column)?.[0] ?? ''

const changed = (name: string, value: unknown): [page: string, file: string] => {
  const [table, column = ''] = name.split('.')
  if (table === 'complaint')
    return told(altered(plain, propertyOf(complaints.complaint, column), value), held())
  if (table === 'attachment')
    return told(withFile(propertyOf(filings.attachment, column), value), held())
  return told(
    plain,
    held(column === 'sealed' ? { name: String(value) } : { emailFailedAt: Number(value) }),
  )
}

test.each(Object.entries(SHOWN))('%s is said on the page and in the download', (name, value) => {
  const [page, file] = told(plain, held())
  const [otherPage, otherFile] = changed(name, value)
  expect({ page: otherPage !== page, file: otherFile !== file }).toEqual({ page: true, file: true })
})
