import { Hono } from 'hono'
import { linkStands, type OneTimeLink, verifyLink } from '../../auth/one-time-link.ts'
import { caseById } from '../../db/cases.ts'
import { type Dossier, dossierByReference } from '../../db/dossier.ts'
import { runCommand } from '../../db/run-command.ts'
import type { Given } from '../../domain/acts/acts.ts'
import { type Back, FRESH, refused } from '../../forms/answers.ts'
import { type Posted, readForm } from '../../forms/read.ts'
import { type AppContext, type AppEnv, surroundings } from '../../http.ts'
import { enqueue } from '../../letters/enqueue.ts'
import { patterns } from '../../paths.ts'
import { oneTimeSight } from '../../sights/one-time.ts'
import { OneTimeOver, OneTimePage } from '../../views/public/one-time.tsx'
import type { StatusForm, StatusForms } from '../../views/public/status-view.ts'
import {
  answer,
  confirm,
  dispute,
  type ReporterStep,
  refusalOf,
  typedById,
} from './reporter-steps.ts'
import { siteOf } from './site.ts'

export const oneTime = new Hono<AppEnv>()

/** Shows the one question or closing; changes nothing, since previews fetch links. */
oneTime.get(patterns.oneTime, async (c) => {
  const open = await opened(c)
  return open ? c.render(page(c, open, FRESH)) : over(c)
})

oneTime.post(patterns.oneTime, async (c) => {
  const open = await opened(c)
  const posted = await readForm(c)
  const { jawaban, alasan } = posted.typed
  if (!open) return over(c, [jawaban, alasan])
  const step = stepOf(open.link, posted)
  const command = step.meant(posted, open.dossier)
  const result = await runCommand(surroundings(c, { kind: 'reporter' }), open.dossier, command)
  if (result.ok) {
    c.executionCtx.waitUntil(enqueue(c.env, result.queued))
    return c.render(<OneTimeOver t={c.var.t} site={siteOf(c.var.city)} done />)
  }
  const refusal = result.conflict ? ({ refused: 'wrong_state' } as const) : result.refusal
  const error = refusalOf(c.var.t, step, refusal)
  const back = { typed: typedById(step, posted), errors: [error] }
  return refused(c, back, (_, shown) => page(c, open, shown))
})

interface Open {
  link: OneTimeLink
  dossier: Dossier
}

/** The link and its complaint, while the question or closing it was written for still waits. */
async function opened(c: AppContext): Promise<Open | null> {
  const checked = await verifyLink(c.env.SERVER_SECRET, c.req.param('token') ?? '', c.var.now)
  if (!checked.ok) return null
  const found = await caseById(c.var.db, checked.link.complaintId)
  if (!found || !linkStands(checked.link, found.complaint)) return null
  const dossier = await dossierByReference(c.var.db, found.complaint.reference)
  return dossier && { link: checked.link, dossier }
}

function over(c: AppContext, kept: (string | undefined)[] = []) {
  const { t } = c.var
  c.status(410)
  return c.render(<OneTimeOver t={t} site={siteOf(c.var.city)} done={false} kept={kept} />)
}

function stepOf({ purpose }: OneTimeLink, { typed }: Posted): ReporterStep<Given> {
  if (purpose === 'answer') return answer
  // a closing has one field: what is refused of either answer is said there
  return typed.alasan === undefined ? { ...confirm, words: dispute.words } : dispute
}

function page(c: AppContext, { dossier }: Open, { errors, typed }: Back) {
  const { t } = c.var
  const form: StatusForm = { action: c.req.path, token: '' }
  return (
    <OneTimePage
      t={t}
      site={siteOf(c.var.city)}
      view={{ ...oneTimeSight(dossier, c.var.city, c.var.now), forms: formsFor(form) }}
      errors={errors}
      typed={typed}
    />
  )
}

function formsFor(form: StatusForm): StatusForms {
  return {
    answer: form,
    confirm: form,
    dispute: form,
    withdraw: null,
    reopen: null,
    split: null,
    rate: null,
    attach: null,
    signOut: form,
  }
}
