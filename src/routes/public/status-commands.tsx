import { Hono } from 'hono'
import { runSplit } from '../../db/clusters.ts'
import type { Dossier } from '../../db/dossier.ts'
import { type Result, runCommand } from '../../db/run-command.ts'
import type { Given } from '../../domain/acts/acts.ts'
import type { Complaint } from '../../domain/case/complaint.ts'
import { isAboutEarlier } from '../../domain/case/earlier.ts'
import { wishesWithdrawal } from '../../domain/case/wish.ts'
import { refused } from '../../forms/answers.ts'
import { type Posted, readForm, type Typed } from '../../forms/read.ts'
import { type AppEnv, surroundings } from '../../http.ts'
import { enqueue } from '../../letters/enqueue.ts'
import { build, patterns } from '../../paths.ts'
import { refusalErrors } from './form-errors.ts'
import { reporterOnly } from './reporter.ts'
import { statusPage } from './status.tsx'
import { takeFiles } from './status-files.tsx'
import { versionOf } from './status-token.ts'

/** Of a split the root is read when it is given. */
type Meant = Given | { name: 'split' }

interface Form {
  path: string
  /** Id of the field on the status page that a refusal belongs to. */
  field: string | null
  toCommand: (posted: Posted, dossier: Dossier) => Meant
}

/** Every form of the status page: where it goes and what command it means. */
const FORMS: Form[] = [
  {
    path: patterns.statusAnswer,
    field: 'jawaban',
    toCommand: (posted) => ({ name: 'answer', text: posted.text('jawaban') }),
  },
  { path: patterns.statusConfirm, field: null, toCommand: () => ({ name: 'confirm' }) },
  {
    path: patterns.statusDispute,
    field: 'alasan-belum',
    toCommand: (posted) => ({ name: 'dispute', text: posted.text('alasan') }),
  },
  {
    path: patterns.statusWithdraw,
    field: 'alasan-cabut',
    toCommand: (posted, { events }) => ({
      name: 'withdraw',
      text: posted.text('alasan'),
      again: wishesWithdrawal(events),
    }),
  },
  {
    path: patterns.statusReopen,
    field: 'alasan-buka',
    toCommand: (posted) => ({ name: 'reopen', text: posted.text('alasan') }),
  },
  {
    path: patterns.statusRate,
    field: null,
    toCommand: ({ typed }) => ({ name: 'rate', score: Number(typed.nilai) }),
  },
  { path: patterns.statusSplit, field: null, toCommand: () => ({ name: 'split' }) },
]

export const statusCommands = new Hono<AppEnv>()

for (const form of FORMS)
  statusCommands.post(form.path, reporterOnly, async (c) => {
    const posted = await readForm(c)
    // a file beside the answer: no words are needed then, and with words it comes second
    const filed = form.path === patterns.statusAnswer && posted.files('berkas').length > 0
    if (filed && posted.text('jawaban') === '') return takeFiles(c, posted)
    const { dossier } = c.var
    const command = form.toCommand(posted, dossier)
    const nomor = dossier.complaint.reference
    const done = (after: Complaint) =>
      filed
        ? takeFiles(c, posted, c.var.t.status.said.answer)
        : c.redirect(`${build('status', { nomor })}?kabar=${newsOf(command, after)}`, 303)
    const version = await versionOf(c, nomor, posted.typed.kiriman ?? '')
    if (version !== null && saidBefore(dossier, version, command)) return done(dossier.complaint)
    const s = surroundings(c, { kind: 'reporter' })
    const result = isAboutEarlier(dossier, version, command.name)
      ? overtaken
      : command.name === 'split'
        ? await runSplit(s, dossier)
        : await runCommand(s, dossier, command)
    if (result.ok) {
      c.executionCtx.waitUntil(enqueue(c.env, result.queued))
      return done(result.complaint)
    }
    const refusal = result.conflict ? ({ refused: 'wrong_state' } as const) : result.refusal
    const errors = refusalErrors(c.var.t, command.name, refusal, form.field ?? undefined)
    return refused(c, { typed: typedById(form, posted.typed), errors }, statusPage)
  })

/** A supervisory case may go on although its reporter withdrew: then nothing else is said. */
function newsOf({ name }: Meant, after: Complaint): string {
  return name === 'withdraw' && after.state !== 'withdrawn' ? 'withdrawal_noted' : name
}

/** The page's fields carry ids of their own where two forms have a field of one name. */
function typedById({ field }: Form, typed: Typed): Typed {
  return field === null ? {} : { [field]: typed.jawaban ?? typed.alasan ?? '' }
}

/** Sent twice counts once: the event after the version that was read is this very command. */
function saidBefore({ events, messages }: Dossier, version: number, command: Meant): boolean {
  const event = events.find((e) => e.seq === version + 1)
  if (event?.type !== command.name || event.actor !== 'reporter') return false
  if (!('text' in command)) return true
  const message = messages.find((m) => m.seq === event.seq)
  return (message?.text ?? '') === command.text
}

const overtaken: Result = { ok: false, conflict: true }
