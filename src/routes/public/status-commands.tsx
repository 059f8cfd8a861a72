import { Hono } from 'hono'
import { runSplit } from '../../db/clusters.ts'
import type { Dossier } from '../../db/dossier.ts'
import { type Result, runCommand } from '../../db/run-command.ts'
import type { Complaint } from '../../domain/case/complaint.ts'
import { isAboutEarlier } from '../../domain/case/earlier.ts'
import { refused } from '../../forms/answers.ts'
import { readForm } from '../../forms/read.ts'
import { type AppContext, type AppEnv, surroundings } from '../../http.ts'
import { enqueue } from '../../letters/enqueue.ts'
import { build } from '../../paths.ts'
import { reporterOnly } from './reporter.ts'
import { type Meant, REPORTER_STEPS, refusalOf, typedById } from './reporter-steps.ts'
import { statusPage } from './status.tsx'
import { takeFiles } from './status-files.tsx'
import { versionOf } from './status-token.ts'

export const statusCommands = new Hono<AppEnv>()

for (const step of Object.values(REPORTER_STEPS))
  statusCommands.post(step.path, reporterOnly, async (c) => {
    const posted = await readForm(c)
    // a file beside the answer: no words are needed then, and with words it comes second
    const filed = step === REPORTER_STEPS.answer && posted.files('berkas').length > 0
    if (filed && posted.text('jawaban') === '') return takeFiles(c, posted)
    const { dossier, t } = c.var
    const command = step.meant(posted, dossier)
    const done = (after: Complaint) =>
      filed ? takeFiles(c, posted, t.status.said.answer) : toStatus(c, newsOf(command, after))
    const version = await versionOf(c, dossier.complaint.reference, posted.typed.kiriman ?? '')
    if (version !== null && saidBefore(dossier, version, command)) return done(dossier.complaint)
    const earlier = isAboutEarlier(dossier, version, command.name)
    const result = earlier ? overtaken : await given(c, command)
    if (result.ok) {
      c.executionCtx.waitUntil(enqueue(c.env, result.queued))
      return done(result.complaint)
    }
    const refusal = result.conflict ? ({ refused: 'wrong_state' } as const) : result.refusal
    const errors = [refusalOf(t, step, refusal)]
    return refused(c, { typed: typedById(step, posted), errors }, statusPage)
  })

function given(c: AppContext, command: Meant): Promise<Result> {
  const s = surroundings(c, { kind: 'reporter' })
  const { dossier } = c.var
  return command.name === 'split' ? runSplit(s, dossier) : runCommand(s, dossier, command)
}

function toStatus(c: AppContext, news: string): Response {
  const nomor = c.var.dossier.complaint.reference
  return c.redirect(`${build('status', { nomor })}?kabar=${news}`, 303)
}

/** A supervisory case may go on although its reporter withdrew: then nothing else is said. */
function newsOf({ name }: Meant, after: Complaint): string {
  return name === 'withdraw' && after.state !== 'withdrawn' ? 'withdrawal_noted' : name
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
