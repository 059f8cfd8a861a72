import type { Dossier } from '../../src/db/dossier.ts'
import type { Extra } from '../../src/db/ledger/change.ts'
import { maskedRows, revealRows, shownRows } from '../../src/db/ledger/rows.ts'
import { added } from '../../src/db/ledger/write.ts'
import { attachment } from '../../src/db/schema/filing.ts'
import { COMMAND_NAMES, type CommandName, type Given } from '../../src/domain/acts/acts.ts'
import type { MergeCommand } from '../../src/domain/acts/merge.ts'
import { CLASSES, PRIORITIES } from '../../src/domain/case/complaint.ts'
import {
  audienceOf,
  type PhotoAudience,
  type ReleaseDecision,
} from '../../src/domain/case/release.ts'
import type { Actor } from '../../src/domain/people/actor.ts'
import { addDays, dateOf, type Instant } from '../../src/domain/time/time.ts'
import { toMask } from '../../src/sights/drafts.ts'
import type { Dice } from './dice.ts'
import { someone } from './world.ts'

/** Agencies of the seeded city: one whose head approves, one that works every day, Inspektorat. */
export const PUPR = 3
export const DISHUB = 8
export const DAMKAR = 19
export const INSPEKTORAT = 2
const AGENCIES = [PUPR, DISHUB, DAMKAR]
/** The one whose drafts wait is given the most. */
const LEADS = [PUPR, DISHUB, DISHUB, DAMKAR]

export const clerk = someone('verifier', null, 'clerk')

/** Files with a key for others, and has seen it: of an agency that most reports are routed to. */
export const counter = someone('officer', DISHUB, 'counter')

export const people: Actor[] = [
  { kind: 'reporter' },
  { kind: 'timer' },
  clerk,
  someone('verifier'),
  someone('admin'),
  ...AGENCIES.flatMap((id) => [
    someone('liaison', id),
    someone('officer', id),
    someone('head', id),
  ]),
  someone('inspectorate', INSPEKTORAT),
  someone('leader'),
  someone('auditor'),
]

/** Halves of others, and what changes nothing of a report of today. */
const NEVER = [
  'file',
  'join',
  'part',
  'hear',
  'follow',
  'hand_on',
  'reindex',
  'import',
  'unimport',
] as const
export type Name = Exclude<CommandName, (typeof NEVER)[number]>
/** What somebody may give to one report; join, part and hear come with what is given to another. */
export const NAMES = COMMAND_NAMES.filter((n): n is Name => !NEVER.some((never) => never === n))

/** Commands that bring a report on, so that lives do not stay where they began. */
export const ONWARD: readonly Name[] = [
  'route',
  'reply',
  'answer',
  'take_up',
  'propose_closure',
  'approve_closure',
  'confirm',
  'dispute',
  'close_by_silence',
  'lapse',
  'conclude',
  'countersign',
  'reopen',
  'unarchive',
  'object',
  'split',
]

export interface Meant {
  /** Of a split the root is read when it is given. */
  command: Given | MergeCommand | { name: 'split'; text: string }
  extra?: Extra
  /** Ids of the files that are public after it, where it says so. */
  photos?: string[]
}

const SAID = 'Kata-kata yang cukup panjang untuk setiap isian.'

/** What somebody says: words of their own each time. */
const said = (d: Dossier, dice: Dice): string => `${SAID} ${d.complaint.version}-${dice.nat(1000)}`

/** The command as a form of that name would mean it; null where the form would not be there. */
export const meantBy = (
  name: Name,
  d: Dossier,
  dice: Dice,
  by: { actor: Actor; now: Instant; mark: string },
): Meant | null => {
  const { complaint: c } = d
  switch (name) {
    case 'route':
      return routing(d, dice, by.mark)
    case 'release':
      return releasing(d, dice, by.mark)
    case 'change_class':
      return { command: { name, text: said(d, dice), class: dice.pick(CLASSES) } }
    case 'return':
      return { command: { name, text: said(d, dice), proposedAgencyId: dice.pick(AGENCIES) } }
    case 'unassign':
      return { command: { name, officerId: d.complaint.officerId ?? '' } }
    case 'assign':
      return {
        command: {
          name,
          officerId: `officer-${dice.pick(AGENCIES)}`,
          among: AGENCIES.map((id) => `officer-${id}`),
        },
      }
    case 'set_priority':
      return { command: { name, priority: dice.pick(PRIORITIES) } }
    case 'approve_reply':
    case 'approve_closure':
    case 'countersign':
      return { command: { name, messageSeq: c.draft && !dice.percent(10) ? c.draft.seq : 1 } }
    case 'propose_closure':
      return {
        command: {
          ...{ name, text: said(d, dice), reason: said(d, dice) },
          evidenceFiles: dice.nat(3),
          visit: dice.percent(20) ? 'Petugas datang dan melihat sendiri.' : null,
        },
      }
    case 'promise_date': {
      const day = addDays(dateOf(by.now, 7 * 60), dice.nat(40))
      return { command: { name, day, text: said(d, dice), reason: said(d, dice) } }
    }
    case 'attach':
      return attaching(d, dice, by)
    case 'mask':
      return masking(d, dice)
    case 'screen':
      return screening(d, dice)
    case 'rate':
      return { command: { name, score: dice.nat(7) } }
    case 'vouch_key':
      return { command: { name, text: said(d, dice), renewed: dice.percent(50) } }
    case 'escalate':
    case 'press_explanation':
      return { command: { name, rung: 1 + dice.nat(3) } }
    case 'reveal': {
      const { actor, now } = by
      const staffId = actor.kind === 'staff' ? actor.id : actor.kind
      return {
        command: { name, reason: said(d, dice) },
        extra: {
          rows: (seq) => revealRows({ complaintId: c.id, seq, staffId, at: now }),
        },
      }
    }
    case 'correct': {
      const [hasName, hasPhone, hasEmail] = [50, 50, 50].map((n) => dice.percent(n))
      return {
        command: {
          ...{ name, hasName: !!hasName, hasPhone: !!hasPhone },
          ...{ hasEmail: !!hasEmail, moved: !!hasEmail },
        },
      }
    }
    case 'undo':
      return undoing(d)
    case 'close_by_silence':
    case 'lapse':
      return { command: { name, heard: dice.percent(70) } }
    case 'withdraw_draft':
    case 'take_up':
    case 'confirm':
    case 'recompute':
    case 'erase':
    case 'renew_key':
    case 'seal_key':
      return { command: { name } }
    case 'merge':
      return null
    case 'withdraw':
      return { command: { name, text: dice.percent(50) ? said(d, dice) : '' } }
    default:
      return { command: { name, text: said(d, dice) } }
  }
}

const decisionOf = (d: Dossier, dice: Dice, mark: string, release: boolean): ReleaseDecision => ({
  release,
  title: `Judul bersih rilis${mark}`,
  text: `Salinan yang boleh dibaca umum, rilis${mark}, ke-${d.complaint.version}.`,
  point: release && dice.percent(50),
  photoIds: d.attachments
    .filter((a) => a.type.startsWith('image/') && dice.percent(50))
    .map(({ id }) => id),
})

const routing = (d: Dossier, dice: Dice, mark: string): Meant => {
  const supervisory = dice.percent(15)
  const release = decisionOf(d, dice, mark, !d.complaint.confidential && dice.percent(75))
  const screenedText = d.complaint.anonymous ? `Salinan tersaring saring${mark} untuk OPD.` : null
  return {
    command: {
      name: 'route',
      class: dice.pick(CLASSES),
      supervisory,
      sensitive: dice.percent(8) ? 'health' : null,
      categoryId: 1 + dice.nat(3),
      leadAgencyId: supervisory ? INSPEKTORAT : dice.pick(LEADS),
      supportingAgencyIds: dice.percent(30) ? [dice.pick(AGENCIES)] : [],
      aboutAgencyId: dice.percent(20) ? dice.pick(AGENCIES) : null,
      priority: dice.pick(PRIORITIES),
      release,
      screenedText,
    },
    ...shown(d, release, screenedText === null ? {} : { screenedText }),
  }
}

const releasing = (d: Dossier, dice: Dice, mark: string): Meant => {
  const release = decisionOf(d, dice, mark, true)
  return { command: { name: 'release', release }, ...shown(d, release, {}) }
}

/** Words and photos of a release, as the desk writes them beside it. */
const shown = (d: Dossier, r: ReleaseDecision, columns: { screenedText?: string }) => {
  const shows = r.release || d.complaint.anonymous
  const photos = r.release ? r.photoIds : []
  const { releasedTitle, releasedText, screenedText } = d.row
  const extra: Extra = {
    columns: {
      ...(shows ? { releasedTitle: r.title } : {}),
      ...(r.release ? { releasedText: r.text } : {}),
      ...columns,
    },
    replaced: {
      columns: { releasedTitle, releasedText, screenedText },
      photos: Object.fromEntries(
        d.attachments.map(({ id, isPublic, forAgency }) => [id, { isPublic, forAgency }]),
      ),
    },
    rows: () =>
      d.attachments.flatMap((a) =>
        shownRows(a, audienceOf(d.complaint, a, { ...r, agencyPhotoIds: [] })),
      ),
  }
  return { extra, photos }
}

const screening = ({ messages }: Dossier, dice: Dice): Meant | null => {
  const waiting = messages.filter((m) => m.state === 'screening')
  if (waiting.length === 0) return null
  const { seq } = dice.pick(waiting)
  const text = `Salinan tersaring dari pesan ${seq}.`
  return { command: { name: 'screen', messageSeq: seq, text }, extra: { screened: text } }
}

const masking = (d: Dossier, dice: Dice): Meant | null => {
  const sent = toMask(d)
  if (sent.length === 0) return null
  const said = dice.pick(sent)
  const masked = `Samaran dari pesan ${said.seq}.`
  return {
    command: { name: 'mask', messageSeq: said.seq, masked, text: `Nama orang ada di ${said.seq}.` },
    extra: { rows: () => maskedRows(said, masked) },
  }
}

const attaching = (
  { complaint: c }: Dossier,
  dice: Dice,
  { actor, now }: { actor: Actor; now: Instant },
): Meant => {
  const file = {
    id: `berkas-${c.id}-${c.version}-${dice.nat(1_000_000)}`,
    type: dice.pick(['image/jpeg', 'application/pdf']),
    bytes: 1 + dice.nat(9),
    digest: `${dice.nat(1_000_000)}`,
  }
  const row = {
    ...{ ...file, complaintId: c.id, key: `a/${file.id}`, at: now },
    source: actor.kind === 'staff' ? ('agency' as const) : ('reporter' as const),
    authorId: actor.kind === 'staff' ? actor.id : null,
  }
  const { id: attachmentId, type: mediaType, bytes, digest } = file
  return {
    command: { name: 'attach', attachmentId, mediaType, bytes, digest },
    extra: { rows: (seq) => [added(attachment, { ...row, seq })] },
  }
}

/** What the last command left to be taken back with, or a null where it left nothing. */
const undoing = ({ row, events, attachments }: Dossier): Meant | null => {
  if (row.undo === null) return null
  const { previous, replaced, seq, at, by } = JSON.parse(row.undo)
  const undone = events.find((e) => e.seq === seq)
  if (!undone) return null
  const facts = JSON.parse(undone.facts)
  const before = (a: PhotoAudience & { id: string }): PhotoAudience => replaced.photos[a.id] ?? a
  const approved = undone.type === 'approve_reply' || undone.type === 'approve_closure'
  return {
    command: {
      ...{ name: 'undo', previous, undone: undone.type as CommandName, undoneSeq: seq },
      ...{ approvedSeq: approved ? Number(facts.message) : null, committedAt: at, by },
      since: events.filter((e) => e.seq > seq),
    },
    ...(replaced
      ? {
          photos: attachments.filter((a) => before(a).isPublic).map(({ id }) => id),
          extra: {
            columns: replaced.columns,
            rows: () => attachments.flatMap((a) => shownRows(a, before(a))),
          },
        }
      : {}),
  }
}
