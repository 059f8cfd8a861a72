import { Hono } from 'hono'
import { noteOpening } from '../../db/openings.ts'
import type { CommandName } from '../../domain/acts/acts.ts'
import { goesOn } from '../../domain/acts/withdraw.ts'
import type { RuleContext } from '../../domain/case/command.ts'
import type { Complaint } from '../../domain/case/complaint.ts'
import { permitted } from '../../domain/case/decide.ts'
import { askedAt } from '../../domain/case/heard.ts'
import { wishesWithdrawal } from '../../domain/case/wish.ts'
import { contextOf } from '../../domain/city/rule-context.ts'
import { dateOf } from '../../domain/time/time.ts'
import { type Back, FRESH } from '../../forms/answers.ts'
import { type AppContext, type AppEnv, surroundings } from '../../http.ts'
import { languageMark } from '../../middleware/language.ts'
import { beforeIn } from '../../middleware/reading.ts'
import { allowStyle } from '../../middleware/renderer.tsx'
import { build, type PathTaking, patterns } from '../../paths.ts'
import { arrivedBy } from '../../sights/arrived.ts'
import { reporterSight } from '../../sights/reporter.ts'
import { toldBy } from '../../sights/told.ts'
import type { StatusForm, StatusForms, StatusView } from '../../views/public/status-view.ts'
import type { Words } from '../../words/words.ts'
import { ownText } from '../own-text.ts'
import { formScript } from './answer-script.ts'
import { filedHereKey } from './key-opens.ts'
import { plainStatus, wantsPlain } from './plain-status.ts'
import { receiptPage } from './receipt.tsx'
import { reporterOnly } from './reporter.ts'
import { signedLines } from './signed-lines.ts'
import { siteOf } from './site.ts'
import { tokenFor } from './status-token.ts'

export const status = new Hono<AppEnv>()

status.get(patterns.status, reporterOnly, async (c) => {
  seen(c)
  const etag = etagOf(c, await allowStyle(c, 'status'))
  c.header('ETag', etag)
  c.header('Cache-Control', 'private, no-cache')
  c.header('Vary', 'Cookie, Accept')
  if (c.req.header('If-None-Match') === etag) return c.body(null, 304)
  if (wantsPlain(c)) return c.text(plainStatus(c))
  return c.render(await statusPage(c, { ...FRESH, said: saidOf(c.var.t, c.req.query('kabar')) }))
})

status.get(patterns.statusReceipt, reporterOnly, async (c) =>
  c.render(
    await receiptPage(c, c.var.dossier, {
      key: await filedHereKey(c),
      given: c.var.dossier.reachable,
      lines: await signedLines(c),
      again: true,
    }),
  ),
)

/** A small write, once for what is asked or over: days count against those alone who had it before them. */
export function seen(c: AppContext): void {
  const { dossier, db, now, city } = c.var
  // what may still be taken back is not on the page
  const asked = askedAt(toldBy(dossier, now))
  const { openedAt } = dossier.row
  if (asked === null || (openedAt ?? 0) >= asked || city.settings.readOnly) return
  c.executionCtx.waitUntil(noteOpening(db, dossier.complaint.id, { asked, now }))
}

/** Changes with the version, the language, the day, the city's data and what becomes visible meanwhile. */
function etagOf(c: AppContext, style: string): string {
  const { dossier, city, now, t } = c.var
  const { version, messages, pictures, root } = arrivedBy(dossier, city, now)
  const ofRoot = root ? `.${root.version}.${root.answers}` : ''
  const day = dateOf(now, city.settings.offset)
  const kind = wantsPlain(c) ? 't' : 'h'
  const kabar = c.req.query('kabar')
  // only a word of ours: anything else in the address changes nothing on the page
  const said = saidOf(t, kabar) === undefined ? '' : kabar
  const page = beforeIn(c) === null ? '' : `.s${beforeIn(c)}`
  return `W/"${version}.${messages}.${pictures}${ofRoot}.${day}.${city.version}.${style}.${kind}${said}${page}${languageMark(c)}"`
}

/** What was just done, told after the redirect; a fixed word of ours, never text from the URL. */
function saidOf(t: Words, kabar: string | undefined): string | undefined {
  return ownText(t.status.said, kabar)
}

interface Shown extends Back {
  said?: string
  /** null: nothing leads from this answer to an address of its own. */
  script?: null
}

export async function statusPage(c: AppContext, { errors, typed, said, script: own }: Shown) {
  const { dossier, city, now, t } = c.var
  const view: StatusView = { ...reporterSight(dossier, city, now), forms: await formsOf(c) }
  const { Status } = await import('../../views/public/status.tsx')
  const script =
    own === null ? undefined : formScript(c, build('status', { nomor: view.reference }))
  return <Status t={t} site={siteOf(city)} view={view} {...{ errors, typed, said, script }} />
}

async function formsOf(c: AppContext): Promise<StatusForms> {
  const { complaint, events } = c.var.dossier
  const ctx = contextOf(surroundings(c, { kind: 'reporter' }))
  const token = await tokenFor(c, complaint)
  const form = (name: CommandName, path: StatusPath): StatusForm | null =>
    permitted(complaint, name, ctx) === null
      ? { action: build(path, { nomor: complaint.reference }), token }
      : null
  const withdraw = form('withdraw', 'statusWithdraw')
  const withdrawal = withdraw && { ...withdraw, goesOn: goesOn(complaint) }
  return {
    answer: form('answer', 'statusAnswer'),
    addWords: form('add_words', 'statusWords'),
    confirm: form('confirm', 'statusConfirm'),
    dispute: form('dispute', 'statusDispute'),
    withdraw: withdrawal && !wishesWithdrawal(events) ? withdrawal : null,
    reopen: form('reopen', 'statusReopen'),
    object: form('object', 'statusObject'),
    split: form('split', 'statusSplit'),
    rate: complaint.rating === null ? form('rate', 'statusRate') : null,
    attach: form('attach', 'statusFiles'),
    renew: (['confirm', 'rate', 'reopen', 'object', 'withdraw'] as const).some((name) =>
      waitsForKey(complaint, name, ctx),
    )
      ? build('statusKey', { nomor: complaint.reference })
      : null,
    signOut: { action: patterns.leave, token },
  }
}

function waitsForKey(complaint: Complaint, name: CommandName, ctx: RuleContext): boolean {
  return permitted(complaint, name, ctx)?.refused === 'key_not_renewed'
}

type StatusPath = Extract<PathTaking<'nomor'>, `status${string}`>
