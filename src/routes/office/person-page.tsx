import { waitingEmailOf } from '../../db/email-changes.ts'
import { askOpenWork } from '../../db/hand-over.ts'
import { waitingOf } from '../../db/role-grants.ts'
import { staffPerson } from '../../db/staff-list.ts'
import { sessionsOf } from '../../db/staff-sessions.ts'
import { asked, oneTrip } from '../../db/trip.ts'
import type { ListedPerson } from '../../domain/people/listed-person.ts'
import { type Back, overtaken, refused } from '../../forms/answers.ts'
import type { AppContext } from '../../http.ts'
import { staffFormToken } from '../../middleware/same-origin.ts'
import { build } from '../../paths.ts'
import { DeskSolo } from '../../views/layouts/desk.tsx'
import { PersonPage } from '../../views/office/person.tsx'
import { frameOf } from '../desk/desk-page.tsx'

export function personIn(c: AppContext): Promise<ListedPerson | null> {
  return staffPerson(c.var.db, c.var.now, c.req.param('id') ?? '')
}

export async function atWorkIn(c: AppContext): Promise<ListedPerson | null> {
  const person = await personIn(c)
  return person?.disabled ? null : person
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
export async function late(c: AppContext, text: string, typed: Back['typed']) {
  const person = await personIn(c)
  if (!person) return c.notFound()
  const back = { typed, errors: [{ field: null, text }] }
  return overtaken(c, back, () => personPage(c, person, back))
}

export async function personPage(c: AppContext, person: ListedPerson, { typed, errors }: Back) {
  const { t, db, now } = c.var
  const news = c.req.query('kabar') ?? ''
  const [work, [sessions, waiting, [waitingEmail]]] = await oneTrip(db, [
    askOpenWork(db, person.id, now),
    asked(
      [
        sessionsOf(db, person.id, now),
        waitingOf(db, now, person.id),
        waitingEmailOf(db, now, person.id),
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
