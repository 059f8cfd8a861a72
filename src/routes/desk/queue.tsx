import { Hono } from 'hono'
import { askDesk } from '../../db/desk.ts'
import { looksOn } from '../../domain/people/oversight.ts'
import { parseReference } from '../../domain/text/reference.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { staffFormToken } from '../../middleware/same-origin.ts'
import { build, patterns } from '../../paths.ts'
import { Choose, Done } from '../../views/desk/notices.tsx'
import { DeskLayout } from '../../views/layouts/desk.tsx'
import { ownText } from '../own-text.ts'
import { barOf, countsOf, type Listed, listedIn, listOf, myViews, navOf } from './desk-page.tsx'
import { parseCursor } from './views-of.ts'

export const queue = new Hono<AppEnv>()

queue.get(patterns.desk, async (c) => {
  // what was just done is said on the list, too
  const { search } = new URL(c.req.url)
  if (!search && looksOn(c.var.staff, c.var.now)) return c.redirect(await firstToLookAt(c), 303)
  const first = myViews(c)[0]
  return first ? c.redirect(build('queue', { view: first.name }) + search, 303) : c.notFound()
})

/** Where somebody begins who works on no report: what waits for them, or the overview. */
async function firstToLookAt(c: AppContext): Promise<string> {
  const waiting = myViews(c).filter(({ name }) => WAITS.includes(name))
  const { counts } = await askDesk(c.var.db, { list: null, counts: countsOf(waiting) }, c.var.now)
  const some = waiting.find(({ name }) => counts[name] !== '0')
  return some ? build('queue', { view: some.name }) : patterns.oversight
}

const WAITS: readonly string[] = ['koordinasi', 'persetujuan', 'penjelasan', 'tanda-tangan']

queue.get(patterns.queue, async (c) => {
  const { after, state } = listedIn((name) => c.req.query(name))
  const views = myViews(c, { from: '', after, state })
  const view = views.find((one) => one.name === c.req.param('view'))
  if (!view) return c.notFound()
  const list = view.queue.rows(parseCursor(after))
  const first = after ? null : view.name
  const notice = await noticeOf(c, { from: view.name, after, state })
  const answer = await askDesk(c.var.db, { list, first, counts: countsOf(views) }, c.var.now)
  return c.render(
    <DeskLayout
      t={c.var.t}
      title={c.var.t.desk.views[view.name]}
      {...(await barOf(c))}
      at="list"
      told={{ done: notice?.done }}
      views={navOf(c, views, answer.counts, view.name)}
      list={
        <>
          {notice && <Done t={c.var.t} {...notice} />}
          {listOf(c, view, answer, { open: null, after, state })}
        </>
      }
      case={answer.rows.length > 0 && <Choose t={c.var.t} newest={view.newest} />}
    />,
  )
})

async function noticeOf(c: AppContext, listed: Listed) {
  const { t } = c.var
  const said = ownText(t.caseWords.done, c.req.query('kabar'))
  if (!said) return null
  const number = parseReference(c.req.query('nomor') ?? '', c.var.city.settings.prefix)
  const version = Number(c.req.query('versi'))
  const undo =
    number.ok && Number.isSafeInteger(version) && version > 0
      ? {
          action: build('caseUndo', { nomor: number.reference }),
          carried: { token: await staffFormToken(c), version, ...listed },
          hint: number.reference,
        }
      : null
  const done = undo && `${build('caseFile', { nomor: undo.hint })}~${version}`
  return { said, undo, done: done ?? undefined }
}
