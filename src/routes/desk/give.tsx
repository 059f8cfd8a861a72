import type { Context, Handler } from 'hono'
import { dossierByReference } from '../../db/dossier.ts'
import type { Change } from '../../db/ledger/change.ts'
import { type Result, runCommand } from '../../db/run-command.ts'
import type { Given } from '../../domain/acts/acts.ts'
import type { Refusal } from '../../domain/case/command.ts'
import { mayRead } from '../../domain/case/parties.ts'
import { type Posted, readForm } from '../../forms/read.ts'
import { type AppContext, type AppEnv, surroundings } from '../../http.ts'
import { enqueue } from '../../letters/enqueue.ts'
import { build } from '../../paths.ts'
import type { FieldError } from '../../views/components/parts.tsx'
import type { Words } from '../../words/words.ts'
import { inForm } from '../field-names.ts'
import { casePage } from './case.tsx'

/** What a posted form means: a command with the words and rows that belong to it, or what is wrong. */
export type Meant =
  | { command: Given; extra?: Omit<Change, 'decision' | 'filed'> }
  | { errors: { field: string | null; text: string }[] }

/** One kind of form: its id on the page (or how to read it), and what it means. */
interface Kind {
  form: string | ((read: Posted) => string)
  meant: (c: AppContext, read: Posted) => Meant | Promise<Meant>
}

/** Validate, authorise (readable), one command, then 303: the road of every form of a case. */
export function give({ form, meant }: Kind): Handler<AppEnv> {
  return async (c: Context<AppEnv>) => {
    const read = await readForm(c)
    const id = typeof form === 'string' ? form : form(read)
    if (!isCurrent(c, read)) return overtaken(c, read, id)
    const said = await meant(c, read)
    if ('errors' in said) return refused(c, read, id, said.errors)
    const s = surroundings(c, c.var.staff)
    const result = await runCommand(s, c.var.dossier, said.command, said.extra)
    return answer(c, read, id, said.command.name, result)
  }
}

/** The form was rendered for the complaint as it stands. */
export function isCurrent(c: AppContext, read: Posted): boolean {
  return read.line('versi') === String(c.var.dossier.complaint.version)
}

/** After the command: on to the case, back with what was refused, or with who was faster. */
export async function answer(
  c: AppContext,
  read: Posted,
  form: string,
  name: string,
  result: Result,
  more = '',
): Promise<Response> {
  const { t } = c.var
  if (result.ok) {
    c.executionCtx.waitUntil(enqueue(c.env, result.queued))
    return c.redirect(nextPage(c, read, name, result.complaint) + more, 303)
  }
  if (result.conflict) return overtaken(c, read, form)
  return refused(c, read, form, [toError(t, name, result.refusal, form)])
}

/** To the case, or to the queue when it is in other hands now. */
function nextPage(
  { var: { staff, now } }: AppContext,
  read: Posted,
  name: string,
  after: AppContext['var']['dossier']['complaint'],
): string {
  const nomor = after.reference
  const view = read.line('dari')
  const from = /^[a-z-]+$/.test(view) ? view : ''
  if (mayRead(staff, after, now))
    return `${build('caseFile', { nomor })}?kabar=${name}${from && `&dari=${from}`}`
  const queue = from ? build('queue', { view: from }) : build('desk')
  return `${queue}?kabar=${name}&nomor=${nomor}&versi=${after.version}`
}

/** Fields that these forms call otherwise. */
function fieldOn(form: string, field: string): string {
  if (form === 'behalf-rate') return 'nilai'
  if (form.startsWith('behalf-')) return 'teks'
  if (form === 'remind') return 'pesan'
  return field === 'bukti' ? 'berkas' : field
}

export function toError(t: Words, name: string, refusal: Refusal, form: string): FieldError {
  const named = inForm(name, refusal)
  return {
    field: named.field === undefined ? null : fieldOn(form, named.field),
    text: t.refusalText(named),
  }
}

/** 422: the same page, what was typed kept, the field named. */
export async function refused(
  c: AppContext,
  read: Posted,
  form: string,
  errors: { field: string | null; text: string }[],
): Promise<Response> {
  c.status(422)
  const named = errors.map(({ field, text }) => ({ field: field && `${form}-${field}`, text }))
  const back = { form, typed: read.lists, errors: named }
  return c.render(await casePage(c, { back, from: read.line('dari') }))
}

/** 409: somebody was faster; the newest state, with what was typed kept. */
export async function overtaken(c: AppContext, read: Posted, form: string): Promise<Response> {
  const nomor = c.var.dossier.complaint.reference
  const fresh = await dossierByReference(c.var.db, nomor)
  if (!fresh || !mayRead(c.var.staff, fresh.complaint, c.var.now)) return c.notFound()
  c.set('dossier', fresh)
  c.status(409)
  const back = { form, typed: read.lists, errors: [] }
  return c.render(await casePage(c, { back, changed: true, from: read.line('dari') }))
}
