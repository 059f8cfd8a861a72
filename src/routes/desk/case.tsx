import { Hono } from 'hono'
import { heardIn, memberFile } from '../../db/additions.ts'
import { askDesk, type DeskQuestion } from '../../db/desk.ts'
import { scopeOf } from '../../db/search.ts'
import type { HearFacts } from '../../domain/acts/hear.ts'
import { UNDO_SECONDS } from '../../domain/acts/undo.ts'
import { type Complaint, hasMembers, type State } from '../../domain/case/complaint.ts'
import { isDraft, namedIn } from '../../domain/case/happened.ts'
import { agencyById, type City } from '../../domain/city/city.ts'
import { actorId, agenciesOf, type Staff } from '../../domain/people/actor.ts'
import type { TemplateKind } from '../../domain/people/templates.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { staffFormToken } from '../../middleware/same-origin.ts'
import { build, patterns } from '../../paths.ts'
import { deskSight } from '../../sights/desk.ts'
import { addedFile } from '../../sights/desk-additions.ts'
import { deskFile } from '../../sights/desk-files.ts'
import { type Names, personOf } from '../../sights/person.ts'
import { Case } from '../../views/desk/case.tsx'
import type { Back, Carried } from '../../views/desk/case-form.tsx'
import { personName } from '../../views/desk/desk-history.ts'
import { titleText } from '../../views/desk/desk-title.ts'
import type { FormSpec } from '../../views/desk/form-spec.ts'
import { Changed, Done, type UndoForm } from '../../views/desk/notices.tsx'
import { DeskLayout } from '../../views/layouts/desk.tsx'
import { overseenHref } from '../office/overseen-from.ts'
import { ownText } from '../own-text.ts'
import { serveFile } from '../serve-file.ts'
import {
  barOf,
  caseHref,
  countsOf,
  type Listed,
  listedIn,
  listOf,
  myViews,
  navOf,
  queueHref,
} from './desk-page.tsx'
import { earlierHeard, moreHeard } from './earlier-additions.ts'
import { readable, undoOf } from './readable.ts'
import { formsOf } from './steps/all.ts'
import { placesFor } from './steps/templates.ts'
import { wordsAgain } from './steps/words-again.ts'
import { parseCursor } from './views-of.ts'

export const caseFile = new Hono<AppEnv>()

caseFile.get(patterns.caseFile, readable, async (c) =>
  c.render(await casePage(c, { back: wordsAgain(c) })),
)

caseFile.get(patterns.caseAttachment, readable, async (c) => {
  const { dossier, staff, city, now, db } = c.var
  const id = c.req.param('id')
  const own = deskFile(dossier, staff, city, now, id)
  if (own || !hasMembers(dossier.complaint)) return serveFile(c, own)
  const joined = await memberFile(db, dossier.complaint.id, id)
  return serveFile(c, addedFile(dossier, joined, staff, city, now))
})

interface Shown {
  back?: Back | null
  /** Shown above the case, once: an identity. */
  above?: unknown
  /** What was just done, where the address does not say so. */
  said?: string
  /** The list beside it, where a form says which. */
  listed?: Listed
}

export async function casePage(c: AppContext, shown: Shown = {}) {
  const { t, dossier, staff, city, now } = c.var
  const asked = shown.listed ?? listedIn((name) => c.req.query(name))
  const views = myViews(c, asked)
  const view = views.find((one) => one.name === asked.from) ?? views[0]
  // a place in another list is no place in this one
  const beside =
    view?.name === asked.from ? asked : { from: view?.name ?? '', after: '', state: '' }
  const listed = overseenHref(asked.from, asked.after) ? asked : beside
  const nomor = dossier.complaint.reference
  const earlier = await earlierHeard(c)
  const after = parseCursor(beside.after)
  const list = view?.queue.rows(after) ?? null
  const answer = await askDesk(
    c.var.db,
    {
      list,
      first: after ? null : view?.name,
      counts: countsOf(views),
      beside: besideOf(c, earlier?.heard ?? heardIn(dossier.events)),
    },
    now,
  )
  const names = namesIn(answer.names)
  const carried = {
    token: await staffFormToken(c),
    version: dossier.complaint.version,
    ...listed,
  }
  const { similar, members, additions } = answer
  const known = {
    names: namesIn([...answer.names, ...answer.officers]),
    similar,
    members,
    additions,
  }
  const sight = deskSight(dossier, staff, city, now, known)
  const { forms, cannot, whose } = formsOf(c, answer)
  const changed = shown.back?.overtaken === true
  const said = shown.said ?? saidOf(c)
  const fresh = caseHref(nomor, listed)
  const told = {
    done: said !== null || shown.above ? doneBy(c) : undefined,
    here: c.req.method === 'POST' ? fresh : undefined,
    fresh,
  }
  const back = shown.back ? linked(shown.back, forms) : null
  return (
    <DeskLayout
      t={t}
      title={`${sight.reference} ${titleText(t, sight.title)}`}
      {...(await barOf(c))}
      at="case"
      failed={(shown.back?.errors.length ?? 0) > 0}
      views={navOf(c, views, answer.counts, view?.name ?? null)}
      told={told}
      list={view ? listOf(c, view, answer, { open: nomor, ...beside }) : null}
      case={
        <>
          {view && (
            <a class="back" href={queueHref(listed)}>
              ‹ {t.desk.backToList}
            </a>
          )}
          {changed && changedNotice(c, names, fresh)}
          {!changed && <Done t={t} said={said} undo={undoForm(c, names, carried)} />}
          {shown.above}
          <Case
            t={t}
            sight={sight}
            {...{ forms, cannot, whose, carried, back }}
            here={fresh}
            more={moreHeard(c, earlier)}
          />
        </>
      }
    />
  )
}

function namesIn(people: readonly { id: string; name: string }[]): Names {
  return new Map(people.map(({ id, name }) => [id, name]))
}

/**
 * In the order of the page. An error about a field that is not on it concerns the whole form: nothing
 * to link to.
 */
function linked(back: Back, forms: FormSpec[]): Back {
  const ids = forms.flatMap(({ id, fields }) => fields.map(({ name }) => `${id}-${name}`))
  const placed = back.errors.map(({ field, text }) => {
    const at = field === null ? -1 : ids.indexOf(field)
    return { at, error: { field: at < 0 ? null : field, text } }
  })
  return { ...back, errors: placed.sort((a, b) => a.at - b.at).map(({ error }) => error) }
}

function besideOf(
  { var: { dossier, staff, now, city } }: AppContext,
  heard: readonly HearFacts[],
): DeskQuestion['beside'] {
  const complaint = dossier.complaint
  const place =
    complaint.categoryId !== null &&
    complaint.subdistrictId !== null &&
    complaint.rootId === complaint.id
      ? {
          categoryId: complaint.categoryId,
          subdistrictId: complaint.subdistrictId,
          scope: scopeOf(staff, now),
        }
      : null
  const open = ['received', 'awaiting_info', 'routed', 'in_progress'].includes(complaint.state)
  return {
    staffIds: staffIn(dossier),
    officersOf: assignsIn(complaint, agenciesOf(staff, now)),
    similar: open && !complaint.confidential ? place : null,
    membersOf: hasMembers(complaint) ? complaint.id : null,
    heard,
    templates: templatesFor(staff, complaint),
    headOf: complaint.state === 'in_progress' ? approvingLead(complaint, city) : null,
  }
}

const TEMPLATES_IN: Partial<Record<State, TemplateKind>> = {
  received: 'referral',
  in_progress: 'reply',
}

function templatesFor(staff: Staff, complaint: Complaint) {
  const kind = TEMPLATES_IN[complaint.state]
  return kind ? { kind, places: placesFor(staff, complaint) } : null
}

/** Agency whose people are offered for the case; nobody else's desk asks for them. */
function assignsIn({ state, leadAgencyId }: Complaint, own: readonly number[]): number | null {
  const handled = ['routed', 'in_progress'].includes(state)
  return handled && leadAgencyId !== null && own.includes(leadAgencyId) ? leadAgencyId : null
}

function approvingLead({ leadAgencyId }: Complaint, city: City): number | null {
  return agencyById(city, leadAgencyId)?.approval ? leadAgencyId : null
}

function staffIn({ events, messages, row }: AppContext['var']['dossier']): string[] {
  const acted = events.flatMap((e) => (e.actor.startsWith('staff:') ? [e.actor.slice(6)] : []))
  const given = events.flatMap((e) => namedIn(e))
  const said = messages.map(({ authorId }) => authorId ?? '')
  return [...new Set([...acted, ...given, ...said, row.officerId ?? ''])].filter(Boolean)
}

function saidOf(c: AppContext): string | null {
  const { t, dossier, staff } = c.var
  const did = c.req.query('kabar')
  if (c.req.method !== 'GET' || !did) return null
  const event = dossier.events.findLast((e) => e.type === did && e.actor === actorId(staff))
  const waits = event !== undefined && isDraft(event)
  return ownText(t.caseWords.done, waits ? `${did}_draft` : did) ?? null
}

/** Path and version of the last thing that they did here. */
function doneBy({ var: { dossier, staff } }: AppContext): string | undefined {
  const last = dossier.events.findLast(({ actor }) => actor === actorId(staff))
  return last && `${build('caseFile', { nomor: dossier.complaint.reference })}~${last.seq}`
}

/** For ten seconds, to whoever gave the last command. */
function undoForm(c: AppContext, names: Names, carried: Carried): UndoForm | null {
  const { dossier, staff, now, t } = c.var
  const last = undoOf(dossier.row.undo)
  if (!last || last.by !== actorId(staff)) return null
  if (now - last.at > UNDO_SECONDS * 1000) return null
  return {
    action: build('caseUndo', { nomor: dossier.complaint.reference }),
    // what a member added since is no other step
    carried: { ...carried, version: last.seq },
    hint: t.caseWords.undoHint(names.get(staff.id) ?? staff.name, t.clockTime(last.at)),
  }
}

function changedNotice(c: AppContext, names: Names, href: string) {
  const { t } = c.var
  const last = c.var.dossier.events.at(-1)
  if (!last) return null
  const by = personOf(last.actor, names)
  const who = by.kind === 'staff' ? personName(t, by) : personName(t, by).toLowerCase()
  return <Changed t={t} who={who} when={t.clockTime(last.at)} href={href} />
}
