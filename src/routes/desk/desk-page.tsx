import type { Child } from 'hono/jsx'
import type { DeskAnswer } from '../../db/desk.ts'
import type { Queue } from '../../db/queues.ts'
import { STATES, type State } from '../../domain/case/complaint.ts'
import { agencyById } from '../../domain/city/city.ts'
import { agenciesOf, holdsRole } from '../../domain/people/actor.ts'
import { seesGrants } from '../../domain/people/grants.ts'
import { oversightOf } from '../../domain/people/oversight.ts'
import { secondBy } from '../../domain/people/second-step.ts'
import { dateOf } from '../../domain/time/time.ts'
import type { AppContext } from '../../http.ts'
import { staffFormToken } from '../../middleware/same-origin.ts'
import { build, logoOf, patterns } from '../../paths.ts'
import { deskRows } from '../../sights/desk-rows.ts'
import { DeskRows, ListPager } from '../../views/desk/rows.tsx'
import { StateFilter } from '../../views/desk/state-filter.tsx'
import type { DeskNavGroup, DeskViewLink } from '../../views/layouts/desk.tsx'
import { overseenHref } from '../office/overseen-from.ts'
import { ALL, cursorOf, mayFile, parseCursor, type View, viewsOf } from './views-of.ts'

export function myViews({ var: { staff, now, city } }: AppContext, listed?: Listed): View[] {
  return viewsOf(staff, now, dateOf(now, city.settings.offset), stateIn(listed?.state ?? ''))
}

export function countsOf(views: View[]): Record<string, Queue> {
  return Object.fromEntries(views.filter((v) => v.counted).map((v) => [v.name, v.queue]))
}

/** What stands around a page of the staff's that has no list: the rail, without counts. */
export async function frameOf(c: AppContext) {
  return { ...(await barOf(c)), views: navOf(c, myViews(c), {}, null) }
}

export async function barOf(c: AppContext) {
  const { staff, city, now } = c.var
  const agency = agencyById(city, agenciesOf(staff, now)[0] ?? null)
  return {
    logo: logoOf(city.settings),
    me: {
      id: staff.id,
      name: staff.name,
      place: agency?.shortName ?? city.settings.cityName,
    },
    secondBy: c.var.account && secondBy(c.var.account, now),
    search: { action: patterns.staffSearch, value: c.req.query('q') },
    signOut: { action: patterns.signOut, token: await staffFormToken(c) },
  }
}

export function navOf(
  c: AppContext,
  views: View[],
  counts: Record<string, string>,
  current: string | null,
): DeskNavGroup[] {
  const { t } = c.var
  const links = views.map((view) => ({
    href: build('queue', { view: view.name }),
    label: t.desk.views[view.name],
    count: counts[view.name],
    current: view.name === current,
    hot: view.hot && counts[view.name] !== undefined && counts[view.name] !== '0',
  }))
  const tools = toolsOf(c)
  return [{ links }, ...(tools.length > 0 ? [{ title: t.desk.tools, links: tools }] : [])]
}

function toolsOf(c: AppContext): DeskViewLink[] {
  const { t, staff, now } = c.var
  const tool = (href: string, label: string) => ({
    href,
    label,
    current: placeIn(c.req.path, href),
  })
  return [
    ...(mayFile(staff, now) ? [tool(patterns.staffFile, t.desk.newReport)] : []),
    tool(patterns.templates, t.templates.title),
    ...(oversightOf(staff, now) ? [tool(patterns.oversight, t.oversight.title)] : []),
    ...(seesGrants(staff, now) ? [tool(patterns.grants, t.grants.title)] : []),
    ...(holdsRole(staff, 'admin', now)
      ? [
          tool(patterns.staffList, t.people.title),
          tool(patterns.settings, t.settings.title),
          tool(patterns.dataRequests, t.registers.requests.title),
          tool(patterns.breaches, t.registers.breaches.title),
          tool(patterns.deadLetters, t.deadLetters.title),
        ]
      : []),
  ]
}

/** Whether a page is the tool's own, or lies below it. */
function placeIn(path: string, href: string): boolean | 'within' {
  return path === href || (path.startsWith(`${href}/`) && 'within')
}

/** Which list the case was opened from, and where its page begins. */
export interface Listed {
  from: string
  after: string
  /** Which state alone it shows; '' for all. */
  state: string
}

export function listedIn(asked: (name: string) => string | undefined): Listed {
  const [from, after, state] = [asked('dari') ?? '', asked('setelah') ?? '', asked('status') ?? '']
  return {
    from: /^[a-z-]{1,40}(\.[a-z\d-]{1,80}){0,2}$/.test(from) ? from : '',
    after: parseCursor(after) ? after : '',
    state: stateIn(state) ?? '',
  }
}

function stateIn(text: string): State | null {
  return STATES.find((state) => state === text) ?? null
}

/** '&dari=opd&status=closed&setelah=…' */
export function listedQuery({ from, after, state }: Listed): string {
  const place = after && `&setelah=${encodeURIComponent(after)}`
  return (from && `&dari=${from}`) + (state && `&status=${state}`) + place
}

export function caseHref(nomor: string, listed: Listed): string {
  return `${build('caseFile', { nomor })}${listedQuery(listed).replace('&', '?')}`
}

export function queueHref({ from, ...place }: Listed): string {
  const overseen = overseenHref(from, place.after)
  if (overseen) return overseen
  return build('queue', { view: from }) + listedQuery({ from: '', ...place }).replace('&', '?')
}

export function listOf(
  c: AppContext,
  view: View,
  answer: DeskAnswer,
  { open, after, state }: { open: string | null; after: string; state: string },
): Child {
  const { t, staff, city, now } = c.var
  const last = answer.rows.at(-1)
  const here = (from: string) => queueHref({ from: view.name, after: from, state })
  const hrefOf = (nomor: string) => caseHref(nomor, { from: view.name, after, state })
  const rows = deskRows(answer.rows, staff, city, now)
  const next = answer.more && last ? here(cursorOf(view, last)) : null
  return (
    <>
      {open === null ? (
        <h1 class="sr">{t.desk.views[view.name]}</h1>
      ) : (
        <h2 class="sr">{t.desk.views[view.name]}</h2>
      )}
      {view.name === ALL && (
        <StateFilter t={t} action={build('queue', { view: ALL })} state={state} />
      )}
      <DeskRows
        t={t}
        rows={rows}
        hrefOf={hrefOf}
        current={open}
        empty={view.name === ALL ? t.desk.noneSuch : t.desk.empty}
        brings="all"
      />
      <ListPager t={t} first={after ? here('') : null} next={next} />
    </>
  )
}
