import { Hono } from 'hono'
import { runSplit } from '../../db/clusters.ts'
import { type Dossier, dossierByReference } from '../../db/dossier.ts'
import { type Result, runCommand } from '../../db/run-command.ts'
import type { Complaint } from '../../domain/case/complaint.ts'
import { isAboutEarlier } from '../../domain/case/earlier.ts'
import { saidBefore, traceOf } from '../../domain/case/said-before.ts'
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

for (const step of REPORTER_STEPS)
  statusCommands.post(step.path, reporterOnly, async (c) => {
    const posted = await readForm(c)
    const filed = 'takesFiles' in step && posted.files('berkas').length > 0
    // files are an answer by themselves; beside words they come second
    const alone = step.name === 'answer' || step.name === 'add_words'
    if (filed && alone && posted.text(step.words.name) === '') return takeFiles(c, posted)
    const { dossier } = c.var
    const command = step.meant(posted, dossier)
    const done = (after: Complaint) =>
      filed ? takeFiles(c, posted, newsOf(command, after)) : toStatus(c, newsOf(command, after))
    const version = await versionOf(c, dossier.complaint.reference, posted.typed.kiriman ?? '')
    if (isSaid(dossier, version, command)) return done(dossier.complaint)
    const earlier = isAboutEarlier(dossier, version, command.name)
    const result = earlier ? overtaken : await given(c, command)
    if (result.ok) {
      c.executionCtx.waitUntil(enqueue(c.env, result.queued))
      return done(result.complaint)
    }
    const now = result.conflict
      ? await dossierByReference(c.var.db, dossier.complaint.reference)
      : null
    if (now && isSaid(now, version ?? dossier.complaint.version, command)) {
      c.set('dossier', now)
      return done(now.complaint)
    }
    const refusal = result.conflict ? ({ refused: 'wrong_state' } as const) : result.refusal
    const errors = [refusalOf(c.var.t, step, refusal)]
    return refused(c, { typed: typedById(step, posted), errors }, statusPage)
  })

function given(c: AppContext, command: Meant): Promise<Result> {
  const s = surroundings(c, REPORTER)
  const { dossier } = c.var
  return command.name === 'split'
    ? runSplit(s, dossier, command.text)
    : runCommand(s, dossier, command)
}

function toStatus(c: AppContext, news: string): Response {
  const nomor = c.var.dossier.complaint.reference
  return c.redirect(`${build('status', { nomor })}?kabar=${news}`, 303)
}

/** A supervisory case may go on although its reporter withdrew: then nothing else is said. */
function newsOf({ name }: Meant, after: Complaint): string {
  return name === 'withdraw' && after.state !== 'withdrawn' ? 'withdrawal_noted' : name
}

/** Sent twice counts once, from the same page or at once. */
function isSaid(dossier: Dossier, version: number | null, command: Meant): boolean {
  return version !== null && saidBefore(dossier, version, REPORTER, traceOf(command)) !== null
}

const REPORTER = { kind: 'reporter' } as const

const overtaken: Result = { ok: false, conflict: true }
