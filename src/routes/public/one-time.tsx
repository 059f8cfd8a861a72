import { Hono } from 'hono'
import {
  addressMark,
  linkStands,
  linkWasLast,
  type OneTimeLink,
  verifyLink,
} from '../../auth/one-time-link.ts'
import { type Dossier, dossierById } from '../../db/dossier.ts'
import { contactOf } from '../../db/my-data.ts'
import { runCommand } from '../../db/run-command.ts'
import { actOf, type Given } from '../../domain/acts/acts.ts'
import { saidBefore, traceOf } from '../../domain/case/said-before.ts'
import { type Back, FRESH, refused } from '../../forms/answers.ts'
import { keptOf } from '../../forms/kept.ts'
import { type Posted, readForm } from '../../forms/read.ts'
import { type AppContext, type AppEnv, isChange, surroundings } from '../../http.ts'
import { enqueue } from '../../letters/enqueue.ts'
import { build, patterns } from '../../paths.ts'
import { parseIdentityKeys } from '../../seal/identity-keys.ts'
import { oneTimeSight } from '../../sights/one-time.ts'
import type { StatusForm, StatusForms } from '../../views/public/status-view.ts'
import { formScript } from './answer-script.ts'
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
  return open && stands(open) ? c.render(await page(c, open, FRESH)) : over(c, open)
})

oneTime.post(patterns.oneTime, async (c) => {
  const open = await opened(c)
  const posted = await readForm(c)
  if (!open || !stands(open))
    return open && saidByLink(open, posted) ? thanks(c) : over(c, open, posted)
  const step = stepOf(open.link, posted)
  const command = step.meant(posted, open.dossier)
  const result = await runCommand(surroundings(c, senderOf(open)), open.dossier, command)
  if (result.ok) {
    c.executionCtx.waitUntil(enqueue(c.env, result.queued))
    return thanks(c)
  }
  const now = result.conflict ? await opened(c) : null
  if (now && saidByLink(now, posted)) return thanks(c)
  const refusal = result.conflict ? ({ refused: 'wrong_state' } as const) : result.refusal
  const error = refusalOf(c.var.t, step, refusal)
  const back = { typed: typedById(step, posted), errors: [error] }
  return refused(c, back, (_, shown) => page(c, open, shown))
})

interface Open {
  link: OneTimeLink
  dossier: Dossier
  /** It was sent to the address that the report has now, and not to one of whoever filed. */
  sameAddress: boolean
  expired: boolean
}

/** The link and its complaint, while the question or closing it was written for still waits. */
function stands({ link, dossier, sameAddress, expired }: Open): boolean {
  return !expired && sameAddress && linkStands(link, dossier.complaint)
}

async function opened(c: AppContext): Promise<Open | null> {
  const checked = await verifyLink(c.env.SERVER_SECRET, c.req.param('token') ?? '', c.var.now)
  const { link } = checked
  if (!link) return null
  const keys = parseIdentityKeys(c.env.IDENTITY_KEYS)
  const [dossier, { email }] = await Promise.all([
    dossierById(c.var.db, link.complaintId, isChange(c) ? 'whole' : 'newest'),
    contactOf(c.var.db, keys, link.complaintId),
  ])
  if (!dossier) return null
  const mark = email && (await addressMark(c.env.SERVER_SECRET, link.complaintId, email))
  const sameAddress = mark === link.mark && !(await isOfStaff(c, dossier, email))
  return { link, dossier, sameAddress, expired: !checked.ok }
}

/** No letter to staff lets them act as the reporter for whom one of them filed. */
async function isOfStaff(c: AppContext, { complaint }: Dossier, email: string | null) {
  if (complaint.filedBy === null || email === null) return false
  const { isStaffMailbox } = await import('../../db/staff-mailbox.ts')
  return isStaffMailbox(c.var.db, email)
}

/** The link was used before, for these very words: the question that it led to is the last one. */
function saidByLink({ link, dossier, sameAddress }: Open, posted: Posted): boolean {
  if (!sameAddress || !linkWasLast(link, dossier.complaint)) return false
  const command = stepOf(link, posted).meant(posted, dossier)
  const asks: readonly string[] = actOf(command.name).answers ?? []
  const asked = dossier.events.findLast((e) => asks.includes(e.type))?.seq
  return asked !== undefined && saidBefore(dossier, asked, REPORTER, traceOf(command)) !== null
}

const REPORTER = { kind: 'reporter' } as const

/** An address that was corrected may be of whoever holds the key: its letters prove no more than that. */
function senderOf({ dossier }: Open) {
  return dossier.events.some(({ type }) => type === 'correct')
    ? REPORTER
    : ({ ...REPORTER, byLetter: true } as const)
}

/** Few open a letter's link: nobody else waits for its page to be read. */
function views() {
  return import('../../views/public/one-time.tsx')
}

async function thanks(c: AppContext) {
  const { OneTimeOver } = await views()
  return c.render(<OneTimeOver t={c.var.t} site={siteOf(c.var.city)} done />)
}

async function over(c: AppContext, open: Open | null, posted?: Posted) {
  const kept = posted && (await keptOf(c))
  const { OneTimeOver } = await views()
  const { t } = c.var
  c.status(410)
  return c.render(
    <OneTimeOver
      t={t}
      site={siteOf(c.var.city)}
      done={false}
      moved={open?.sameAddress === false}
      kept={kept ?? null}
      action={open && posted ? actionFor(open, posted) : null}
    />,
  )
}

/**
 * The key of the same report sends it on its own page, whether or not it is still asked for: what became
 * of it since is not for whoever reads an old letter. A link that is not ours names no report.
 */
function actionFor({ link, dossier }: Open, { typed }: Posted): string {
  const nomor = dossier.complaint.reference
  if (link.purpose === 'answer') return build('statusAnswer', { nomor })
  return build(typed.alasan === undefined ? 'statusConfirm' : 'statusDispute', { nomor })
}

function stepOf({ purpose }: OneTimeLink, { typed }: Posted): ReporterStep<Given> {
  if (purpose === 'answer') return answer
  // a closing has one field: what is refused of either answer is said there
  return typed.alasan === undefined ? { ...confirm, words: dispute.words } : dispute
}

async function page(c: AppContext, { dossier }: Open, { errors, typed }: Back) {
  const { OneTimePage } = await views()
  const { t } = c.var
  const form: StatusForm = { action: c.req.path, token: '' }
  return (
    <OneTimePage
      t={t}
      site={siteOf(c.var.city)}
      view={{ ...oneTimeSight(dossier, c.var.city, c.var.now), forms: formsFor(form) }}
      errors={errors}
      typed={typed}
      script={formScript(c)}
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
    object: null,
    addWords: null,
    split: null,
    rate: null,
    attach: null,
    renew: null,
    signOut: form,
  }
}
