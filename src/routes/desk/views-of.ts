import { allReports } from '../../db/all-reports.ts'
import * as queues from '../../db/queues.ts'
import type { State } from '../../domain/case/complaint.ts'
import { agenciesOf, holdsRole, type Role, type Staff } from '../../domain/people/actor.ts'
import type { Instant, IsoDate } from '../../domain/time/time.ts'
import type { desk } from '../../words/id/desk.ts'

/** The one list that is narrowed by a state. */
export const ALL = 'semua'

type ViewName = keyof typeof desk.views

export interface View {
  name: ViewName
  queue: queues.Queue
  /** What its cursor is made of. */
  by: 'rank' | 'agency' | 'id' | 'due'
  /** Wants the eye when there is anything in it. */
  hot: boolean
  counted: boolean
  /** Newest first, not by urgency. */
  newest?: true
}

/** Agency whose work a person sees; 0 is the verifiers' desk. */
function agencyOf(staff: Staff, now: Instant): number | null {
  return agenciesOf(staff, now)[0] ?? null
}

/** The views of a person, the first one sensible to begin with. Each is one index seek. */
export function viewsOf(staff: Staff, now: Instant, today: IsoDate, state: State | null): View[] {
  const is = (role: Role) => holdsRole(staff, role, now)
  const agency = agencyOf(staff, now)
  const handles = agency !== null && (is('liaison') || is('officer') || is('inspectorate'))
  const views: View[] = []
  const add = (name: ViewName, queue: queues.Queue, over: Partial<View> = {}) => {
    if (!views.some((view) => view.name === name))
      views.push({ name, queue, by: 'rank', hot: false, counted: queue.counted !== null, ...over })
  }
  const ofDesk = (id: number, overdue: queues.Queue) => {
    add('lewat-tenggat', overdue, { hot: true })
    add('menunggu-pelapor', queues.waitingForReporter(id), { counted: false })
  }
  if (is('admin')) add('koordinasi', queues.needsCoordinator(), { by: 'id', hot: true })
  if (is('verifier')) {
    add('belum-diverifikasi', queues.unverified())
    add('karantina', queues.quarantined())
    add('penyaringan', queues.waitingForScreen(), { by: 'id', hot: true })
    ofDesk(0, queues.overdueUnverified(today))
  }
  if (agency !== null) {
    if (is('head')) {
      add('persetujuan', queues.waitingForHead(agency), { by: 'id', hot: true })
      add('penjelasan', queues.owedBy(agency, 'explain'), { by: 'due', hot: true })
    }
    if (is('officer') || is('inspectorate')) add('saya', queues.assignedTo(staff.id))
    if (handles || is('head')) add('opd', queues.workOfAgency(agency))
    if (is('liaison')) add('saya', queues.assignedTo(staff.id))
    if (handles || is('head')) {
      ofDesk(agency, queues.overdueOfAgency(agency, today))
      add('konfirmasi', queues.awaitingConfirmation(agency), { counted: false })
      add('digugat', queues.disputedOf(agency), { by: 'id', hot: true })
      if (is('head'))
        add('janji', queues.owedBy(agency, 'promise', today), { by: 'due', hot: true })
    }
    if (handles) add('pendukung', queues.supportedBy(agency), { counted: false })
  }
  if (is('leader')) add('tanda-tangan', queues.waitingForSignature(), { by: 'id', hot: true })
  if (is('leader') || is('auditor') || is('admin')) {
    const supervisory = is('leader') || is('auditor')
    add('kota', queues.workOfCity(supervisory))
    add('digugat', queues.disputedOf(null, supervisory), { by: 'agency' })
  }
  if (mayFile(staff, now))
    add('laporan-saya', queues.filedBy(staff.id), { by: 'id', counted: false, newest: true })
  const all = allReports(staff, now, state)
  if (all) add(ALL, all, { by: 'id', newest: true })
  return views
}

export function mayFile(staff: Staff, now: Instant): boolean {
  return (['admin', 'verifier', 'liaison', 'officer'] as const).some((role) =>
    holdsRole(staff, role, now),
  )
}

/** 'DAY~ID': where a page ended. */
export function cursorOf(
  view: View,
  row: {
    id: number
    seen: { leadAgencyId: number | null }
    rankDay: string | null
    dueDay: string | null
  },
): string {
  const day = { rank: row.rankDay, agency: row.seen.leadAgencyId, id: '', due: row.dueDay }[view.by]
  return `${day ?? ''}~${row.id}`
}

export function parseCursor(text: string | undefined): queues.Cursor | null {
  const [, day = '', id] = /^([\d-]{0,10})~(\d{1,16})$/.exec(text ?? '') ?? []
  return id === undefined ? null : { day, id: Number(id) }
}
