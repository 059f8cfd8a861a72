import { Hono } from 'hono'
import { runSplit } from '../../db/clusters.ts'
import type { Dossier } from '../../db/dossier.ts'
import { type Result, runCommand } from '../../db/run-command.ts'
import type { Given } from '../../domain/acts/acts.ts'
import type { Complaint } from '../../domain/case/complaint.ts'
import { isAboutEarlier } from '../../domain/case/earlier.ts'
import { wishesWithdrawal } from '../../domain/case/wish.ts'
import { cleanText } from '../../domain/text/clean-text.ts'
import { type AppEnv, surroundings } from '../../http.ts'
import { enqueue } from '../../letters/enqueue.ts'
import { build, patterns } from '../../paths.ts'
import { refusalErrors, typedValues } from './form-errors.ts'
import { reporterOnly } from './reporter.ts'
import { statusPage } from './status.tsx'
import { takeFiles } from './status-files.tsx'
import { versionOf } from './status-token.ts'

type Typed = Record<string, string>

/** Of a split the root is read when it is given. */
type Meant = Given | { name: 'split' }

interface Form {
  path: string
  /** Id of the field on the status page that a refusal belongs to. */
  field: string | null
  toCommand: (typed: Typed, dossier: Dossier) => Meant
}

function text(typed: Typed, name: string): string {
  return cleanText(typed[name] ?? '')
}

/** Every form of the status page: where it goes and what command it means. */
const FORMS: Form[] = [
  {
    path: patterns.statusAnswer,
    field: 'jawaban',
    toCommand: (typed) => ({ name: 'answer', text: text(typed, 'jawaban') }),
  },
  { path: patterns.statusConfirm, field: null, toCommand: () => ({ name: 'confirm' }) },
  {
    path: patterns.statusDispute,
    field: 'alasan-belum',
    toCommand: (typed) => ({ name: 'dispute', text: text(typed, 'alasan') }),
  },
  {
    path: patterns.statusWithdraw,
    field: 'alasan-cabut',
    toCommand: (typed, { events }) => ({
      name: 'withdraw',
      text: text(typed, 'alasan'),
      again: wishesWithdrawal(events),
    }),
  },
  {
    path: patterns.statusReopen,
    field: 'alasan-buka',
    toCommand: (typed) => ({ name: 'reopen', text: text(typed, 'alasan') }),
  },
  {
    path: patterns.statusRate,
    field: null,
    toCommand: (typed) => ({ name: 'rate', score: Number(typed.nilai) }),
  },
  { path: patterns.statusSplit, field: null, toCommand: () => ({ name: 'split' }) },
]

export const statusCommands = new Hono<AppEnv>()

for (const form of FORMS)
  statusCommands.post(form.path, reporterOnly, async (c) => {
    const body = await c.req.parseBody()
    const typed = typedValues(body)
    const filed = form.path === patterns.statusAnswer && hasFile(body)
    if (filed && text(typed, 'jawaban') === '') return takeFiles(c)
    const { dossier } = c.var
    const command = form.toCommand(typed, dossier)
    const nomor = dossier.complaint.reference
    const done = (after: Complaint) =>
      filed
        ? takeFiles(c, c.var.t.status.said.answer)
        : c.redirect(`${build('status', { nomor })}?kabar=${newsOf(command, after)}`, 303)
    const version = await versionOf(c, nomor, typed.kiriman ?? '')
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
    c.status(422)
    return c.render(
      await statusPage(c, {
        errors: refusalErrors(c.var.t, command.name, refusal, form.field ?? undefined),
        typed: typedById(form, typed),
      }),
    )
  })

/** A supervisory case may go on although its reporter withdrew: then nothing else is said. */
function newsOf({ name }: Meant, after: Complaint): string {
  return name === 'withdraw' && after.state !== 'withdrawn' ? 'withdrawal_noted' : name
}

/** A file beside the answer; no words are needed then, and with words it comes second. */
function hasFile({ berkas }: Record<string, string | File>): boolean {
  return berkas instanceof File && berkas.size > 0
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
