import { waitingEmailOf } from '../../db/email-changes.ts'
import { askOpenWork } from '../../db/hand-over.ts'
import { waitingOf } from '../../db/role-grants.ts'
import { askRolesRead } from '../../db/roles-read.ts'
import { staffPerson } from '../../db/staff-list.ts'
import { sessionsOf } from '../../db/staff-sessions.ts'
import { asked, oneTrip } from '../../db/trip.ts'
import type { ListedPerson } from '../../domain/people/listed-person.ts'
import { type Back, overtaken, refused } from '../../forms/answers.ts'
import { keptOf } from '../../forms/kept.ts'
import { readWords } from '../../forms/read.ts'
import type { AppContext } from '../../http.ts'
import { staffFormToken } from '../../middleware/same-origin.ts'
import { build } from '../../paths.ts'
import { DeskSolo } from '../../views/layouts/desk.tsx'
import { PersonPage } from '../../views/office/person.tsx'
import { frameOf } from '../desk/desk-page.tsx'

export function personIn(c: AppContext): Promise<ListedPerson | null> {
  return staffPerson(c.var.db, c.var.now, c.req.param('id') ?? '')
}

/** Who is at work there; or else the answer to a form that asks for somebody who is. */
export async function atWorkIn(c: AppContext): Promise<ListedPerson | Response> {
  const person = await personIn(c)
  if (!person) return c.notFound()
  return person.disabled ? late(c, c.var.t.people.disabledMeanwhile) : person
}

export function done(c: AppContext, { id }: ListedPerson, news: string) {
  return c.redirect(`${build('staffPerson', { id })}?kabar=${news}`, 303)
}

export function again(c: AppContext, person: ListedPerson, back: Back) {
  return refused(c, back, () => personPage(c, person, back))
}

/** What no mending of the form helps against. */
export function no(c: AppContext, person: ListedPerson, text: string, typed: Back['typed'] = {}) {
  return again(c, person, { typed, errors: [{ field: null, text }] })
}

/** Another administrator was faster: what they left, and what was typed. */
export async function late(c: AppContext, text: string) {
  const person = await personIn(c)
  if (!person) return c.notFound()
  const { typed } = await readWords(c)
  const back = { typed, errors: [{ field: null, text }] }
  // the form that it was written in is not on the page of somebody who has left
  const words = person.disabled ? ((await keptOf(c))?.words ?? []) : []
  return overtaken(c, back, () => personPage(c, person, back, words))
}

export async function personPage(
  c: AppContext,
  person: ListedPerson,
  { typed, errors }: Back,
  words: readonly string[] = [],
) {
  const { t, db, now } = c.var
  const news = c.req.query('kabar') ?? ''
  const [work, [sessions, waiting, [waitingEmail], [roles]]] = await oneTrip(db, [
    askOpenWork(db, person.id, now),
    asked(
      [
        sessionsOf(db, person.id, now),
        waitingOf(db, now, person.id),
        waitingEmailOf(db, now, person.id),
        askRolesRead(db, person.id),
      ],
      (all) => all,
    ),
  ])
  return (
    <DeskSolo t={t} title={person.name} {...(await frameOf(c))} failed={errors.length > 0}>
      <PersonPage
        t={t}
        token={await staffFormToken(c)}
        city={c.var.city}
        mine={person.id === c.var.staff.id}
        person={person}
        waiting={waiting}
        rolesRead={roles?.read ?? ''}
        words={words}
        work={work}
        sessions={sessions.map(({ id, createdAt, usedAt }) => ({
          ...{ id, began: createdAt.getTime(), used: usedAt.getTime() },
        }))}
        waitingEmail={waitingEmail?.email ?? null}
        typed={typed}
        errors={errors}
        news={Object.hasOwn(t.people.done, news) ? news : null}
      />
    </DeskSolo>
  )
}
