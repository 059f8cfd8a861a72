import type { Context, Handler } from 'hono'
import { dossierByReference } from '../../../db/dossier.ts'
import { runCommand } from '../../../db/run-command.ts'
import type { Given } from '../../../domain/acts/acts.ts'
import type { Refusal } from '../../../domain/case/command.ts'
import type { Complaint } from '../../../domain/case/complaint.ts'
import { faultsIn } from '../../../domain/case/decide.ts'
import { contextOf } from '../../../domain/city/rule-context.ts'
import * as answers from '../../../forms/answers.ts'
import type { FieldError } from '../../../forms/field-error.ts'
import { refusalError } from '../../../forms/field-of.ts'
import { MOST, type Posted, readForm } from '../../../forms/read.ts'
import { type AppContext, type AppEnv, surroundings } from '../../../http.ts'
import { enqueue } from '../../../letters/enqueue.ts'
import { build } from '../../../paths.ts'
import { mayOpen } from '../../../sights/viewer.ts'
import type { Back } from '../../../views/desk/case-form.tsx'
import { overseenHref } from '../../office/overseen-from.ts'
import { casePage } from '../case.tsx'
import { type Listed, listedIn, listedQuery } from '../desk-page.tsx'
import { loadAgain } from '../readable.ts'
import { asked } from './doubts.ts'
import { sentBefore } from './sent-before.ts'
import type { Meant, Step } from './step.ts'

/** Read, authorised before (readable), one command, then 303: the road of every form of a case. */
export function take(step: Step): Handler<AppEnv> {
  return async (c: Context<AppEnv>) => {
    const posted = await readForm(c)
    const form = step.sent?.(posted) ?? step.name ?? ''
    const filled = await step.fills?.(c, posted)
    if (filled) return filledOut(c, posted, form, filled)
    const before = await sentBefore(c, posted, step)
    if (before) return done(c, step, posted, asAfter(c, before))
    if (!step.anyVersion && !isCurrent(c, posted)) return overtaken(c, posted, form)
    const doubtful = asked(c, posted, step)
    if (doubtful) return refused(c, posted, form, doubtful.errors, doubtful.sure)
    const meant = await step.meant(c, posted)
    if ('errors' in meant || 'refusal' in meant)
      return refused(c, posted, form, wrongIn(c, step, posted, meant))
    const judged = 'command' in meant ? meant.command : undefined
    const { did, result } = 'did' in meant ? meant : await given(c, meant)
    if (result.ok) {
      c.executionCtx.waitUntil(enqueue(c.env, result.queued))
      return done(c, step, posted, { did, after: result.complaint })
    }
    if (result.conflict) await loadAgain(c)
    const meanwhile = await sentBefore(c, posted, step)
    if (meanwhile) return done(c, step, posted, asAfter(c, meanwhile))
    return result.conflict
      ? overtaken(c, posted, form)
      : refused(c, posted, form, refusedFor(c, step, posted, result.refusal, judged))
  }
}

/** The form once more, nothing taken yet. */
async function filledOut(
  c: AppContext,
  posted: Posted,
  form: string,
  filled: Record<string, string>,
): Promise<Response> {
  const lists = Object.entries(filled).map(([name, text]) => [name, [text]])
  const typed = { ...posted.lists, ...Object.fromEntries(lists) }
  if (!isCurrent(c, posted)) return overtaken(c, { ...posted, lists: typed }, form)
  c.header('Cache-Control', 'no-store')
  const back = { form, typed: typedIn({ ...posted, lists: typed }), errors: [] }
  return c.render(await drawn(posted)(c, back))
}

type Wrong = Extract<Meant, { errors: unknown } | { refusal: unknown }>

function wrongIn(c: AppContext, step: Step, posted: Posted, meant: Wrong): FieldError[] {
  if ('refusal' in meant) return refusedFor(c, step, posted, meant.refusal, meant.judged)
  const { errors, judged } = meant
  const more = judged ? faults(c, judged).map((fault) => said(c, step, posted, fault)) : []
  return [...errors, ...more.filter(({ field }) => errors.every((one) => one.field !== field))]
}

/** With all else that is wrong, where what it was refused for is one of several. */
function refusedFor(
  c: AppContext,
  step: Step,
  posted: Posted,
  refusal: Refusal,
  command: Given | undefined,
): FieldError[] {
  const all = command ? faults(c, command) : []
  const among = all.some(
    ({ refused, field }) => refused === refusal.refused && field === refusal.field,
  )
  return (among ? all : [refusal]).map((fault) => said(c, step, posted, fault))
}

function faults(c: AppContext, command: Given): Refusal[] {
  return faultsIn(c.var.dossier.complaint, command, contextOf(surroundings(c, c.var.staff)))
}

interface Done {
  did: string
  after: Complaint
}

async function done(c: AppContext, step: Step, posted: Posted, { did, after }: Done) {
  return step.shows
    ? once(c, posted, await step.shows(c))
    : c.redirect(nextPage(c, posted, did, after), 303)
}

/** Where the first of two led, whatever has happened since. */
function asAfter({ var: { dossier } }: AppContext, event: { type: string; seq: number }): Done {
  return { did: event.type, after: { ...dossier.complaint, version: event.seq } }
}

type Told = Extract<Meant, { command: unknown }>

async function given(c: AppContext, { command, extra }: Told) {
  const result = await runCommand(surroundings(c, c.var.staff), c.var.dossier, command, extra)
  return { did: command.name, result }
}

function isCurrent(c: AppContext, posted: Posted): boolean {
  return posted.line('versi') === String(c.var.dossier.complaint.version)
}

function said({ var: { t } }: AppContext, step: Step, posted: Posted, no: Refusal): FieldError {
  const { field, text } = refusalError(t, step.fields, no)
  return { field, text: step.sentence?.(t, no, posted) ?? text }
}

/** The list that the form's case was opened from. */
export function listedBeside({ typed }: Posted): Listed {
  return listedIn((name) => typed[name])
}

export function nextPage(
  { var: { staff, now } }: AppContext,
  posted: Posted,
  did: string,
  after: Complaint,
): string {
  const nomor = after.reference
  const listed = listedBeside(posted)
  if (mayOpen(staff, after, now))
    return `${build('caseFile', { nomor })}?kabar=${did}${listedQuery(listed)}`
  // the overview's lists say nothing of a step
  const inQueue = listed.from !== '' && overseenHref(listed.from, '') === null
  const queue = inQueue ? build('queue', { view: listed.from }) : build('desk')
  const page = inQueue ? listedQuery({ ...listed, from: '' }) : ''
  return `${queue}?kabar=${did}&nomor=${nomor}&versi=${after.version}${page}`
}

/** The page itself, never stored, with something above it that has no address. */
async function once(c: AppContext, posted: Posted, above: unknown): Promise<Response> {
  await loadAgain(c)
  c.header('Cache-Control', 'no-store')
  return c.render(await casePage(c, { above, listed: listedBeside(posted) }))
}

export function refused(
  c: AppContext,
  posted: Posted,
  form: string,
  errors: FieldError[],
  sure?: string,
): Promise<Response> {
  const named = errors.map(({ field, text }) => ({ field: field && `${form}-${field}`, text }))
  return answers.refused(c, { form, typed: typedIn(posted), errors: named, sure }, drawn(posted))
}

export async function overtaken(c: AppContext, posted: Posted, form: string): Promise<Response> {
  const nomor = c.var.dossier.complaint.reference
  const fresh = await dossierByReference(c.var.db, nomor)
  if (!fresh || !mayOpen(c.var.staff, fresh.complaint, c.var.now)) return c.notFound()
  c.set('dossier', fresh)
  return answers.overtaken(c, { form, typed: typedIn(posted), errors: [] }, drawn(posted))
}

/** Nothing longer than what was looked at: the page is large enough. */
function typedIn({ lists }: Posted): Back['typed'] {
  const kept = Object.entries(lists).map(([name, all]) => [
    name,
    all.map((one) => one.slice(0, MOST)),
  ])
  return Object.fromEntries(kept)
}

function drawn(posted: Posted) {
  return (c: AppContext, back: Back) => casePage(c, { back, listed: listedBeside(posted) })
}
