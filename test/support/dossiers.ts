import { toColumns } from '../../src/db/complaint-rows.ts'
import type { AttachmentRow, Dossier, EventRow, MessageRow } from '../../src/db/dossier.ts'
import type { Decision } from '../../src/domain/case/command.ts'
import type { Complaint } from '../../src/domain/case/complaint.ts'
import { ALL_SHOWN } from '../../src/domain/case/shown.ts'
import type { Agency, City } from '../../src/domain/city/city.ts'
import { actorId } from '../../src/domain/people/actor.ts'
import { aCityData, HEALTH, INSPECTORATE, OPERATOR, ROADS } from './builders.ts'

const agency = (id: number, slug: string): Agency => ({
  id,
  slug,
  name: `nama-${slug}`,
  shortName: `singkat-${slug}`,
  kind: 'dinas',
  parentId: null,
  status: 'decreed',
  active: true,
  approval: id === HEALTH,
  everyDay: false,
  headName: null,
  mailbox: null,
})

const area = (id: number, name: string, parentId: number | null) => ({
  id,
  code: String(id),
  name,
  parentId,
  lat: null,
  lng: null,
  active: true,
})

/** A city whose names are told apart from all else in a text. */
export const aTown = (): City => {
  const city = aCityData()
  return {
    ...city,
    settings: {
      ...city.settings,
      bbox: [1, 101, 2, 102],
      operatingAgency: 'pengelola',
      inspectorateAgency: 'inspektorat',
    },
    agencies: [
      agency(ROADS, 'jalan'),
      agency(HEALTH, 'sehat'),
      agency(INSPECTORATE, 'inspektorat'),
      agency(OPERATOR, 'pengelola'),
    ],
    categories: [1, 2].map((id) => ({
      id,
      slug: `k${id}`,
      name: `kategori-${id}`,
      defaultAgencyId: ROADS,
      publicWorks: id === 1,
      active: true,
      proposedBy: '',
    })),
    areas: [
      area(5, 'kecamatan-5', null),
      area(6, 'kecamatan-6', null),
      area(61, 'kelurahan-61', 6),
    ],
  }
}

/** Words that stand nowhere else, so that a sight which holds one is caught. */
export const WORDS = {
  title: 'judul-asli',
  text: 'isi-asli',
  releasedTitle: 'judul-rilis',
  releasedText: 'isi-rilis',
  screenedText: 'isi-saring',
  landmark: 'patokan-asli',
  lat: 1.2345678,
  lng: 101.7654321,
  onBehalf: 'wakil-asli',
  loss: 'rugi-asli',
  settlement: 'harapan-asli',
  laporNumber: 'lapor-asli',
}

const NO_WORDS = Object.fromEntries(Object.keys(WORDS).map((key) => [key, null]))

const file = (over: Partial<AttachmentRow> & { id: string }): AttachmentRow => ({
  complaintId: 1,
  seq: 1,
  source: 'reporter',
  authorId: null,
  key: `a/${over.id}`,
  type: 'image/png',
  bytes: 9,
  width: 1,
  height: 1,
  digest: `sidik-${over.id}`,
  isPublic: false,
  forAgency: false,
  at: 0,
  preview: null,
  previewTries: 0,
  ...over,
})

export const FILES: AttachmentRow[] = [
  file({ id: 'foto-asli' }),
  file({ id: 'foto-opd', forAgency: true }),
  file({ id: 'foto-umum', forAgency: true, isPublic: true }),
  file({ id: 'dokumen-asli', type: 'application/pdf' }),
  file({ id: 'foto-bukti', source: 'agency' }),
]

/** What the ledger would have kept of a life: every message with words of its own. */
export const dossierOf = (
  complaint: Complaint,
  decisions: readonly Decision[] = [],
  over: Partial<Dossier> = {},
): Dossier => {
  const { erased } = complaint
  const messages = messagesOf(decisions)
  const attachments = FILES.map((a) => ({ ...a, complaintId: complaint.id }))
  const row = {
    ...toColumns(complaint),
    ...WORDS,
    ...(erased ? NO_WORDS : {}),
    keyHash: null,
    salt: null,
    incidentDay: '2026-01-02',
    publicFrom: 0,
    undo: undoOf(decisions),
  } as Dossier['row']
  return {
    complaint,
    row,
    shown: ALL_SHOWN,
    events: decisions.map(eventOf),
    assignments: [],
    messages: erased ? messages.map((m) => ({ ...m, ...NO_MESSAGE })) : messages,
    attachments: erased ? attachments.map((a) => ({ ...a, key: null })) : attachments,
    reveals: decisions.flatMap((d, i) =>
      d.command === 'reveal' && d.actor.kind === 'staff'
        ? [{ complaintId: complaint.id, seq: i + 1, staffId: d.actor.id, at: d.at }]
        : [],
    ),
    reachable: { name: true, phone: true, email: false, returned: false },
    root: null,
    ...over,
  }
}

const NO_MESSAGE = { text: null, reason: null, screened: null }

const eventOf = (d: Decision, i: number): EventRow => ({
  complaintId: d.after.id,
  seq: i + 1,
  type: d.command,
  at: d.at,
  actor: actorId(d.actor),
  stateBefore: d.before?.state ?? null,
  stateAfter: d.after.state,
  agencyId: d.after.leadAgencyId,
  facts: JSON.stringify(d.facts),
  commitment: null,
  written: null,
  previous: '',
  hash: '',
})

const undoOf = (decisions: readonly Decision[]): string | null => {
  const last = decisions.at(-1)
  return last?.undoable
    ? JSON.stringify({ previous: last.before, seq: decisions.length, at: last.at })
    : null
}

const UNDO_MS = 12_000

const messagesOf = (decisions: readonly Decision[]): MessageRow[] => {
  const messages = decisions.flatMap((d, i) => (d.message ? [messageOf(d, i + 1)] : []))
  for (const { earlier, at } of decisions) {
    const message = messages.find((m) => m.seq === earlier?.message)
    if (!earlier || !message) continue
    if (earlier.does === 'undoes') message.state = 'undone'
    if (earlier.does === 'approves' && message.state === 'draft')
      Object.assign(message, { state: 'sent', visibleFrom: at + UNDO_MS })
    if (earlier.does === 'screens' && message.state === 'screening')
      Object.assign(message, { state: 'sent', screened: `saringan-${message.seq};` })
  }
  return messages
}

const messageOf = (d: Decision, seq: number): MessageRow => ({
  complaintId: d.after.id,
  seq,
  kind: d.message?.kind ?? 'note',
  audience: d.message?.audience ?? 'staff',
  state: d.message?.state ?? 'sent',
  authorKind: d.actor.kind,
  authorId: d.actor.kind === 'staff' ? d.actor.id : null,
  agencyId: (d.before ?? d.after).leadAgencyId,
  at: d.at,
  visibleFrom: d.at + (d.undoable ? UNDO_MS : 0),
  text: `pesan-${seq};`,
  reason: d.message?.reason === undefined ? null : `sebab-${seq};`,
  screened: null,
  masked: null,
  salt: null,
})
