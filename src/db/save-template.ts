import { type SQL, sql } from 'drizzle-orm'
import {
  MOST_TEMPLATES,
  type Template,
  type TemplatePlace,
  type TemplateWords,
} from '../domain/people/templates.ts'
import type { RandomBytes } from '../domain/text/bytes.ts'
import type { Instant } from '../domain/time/time.ts'
import type { Database } from './database.ts'
import { newId } from './ids.ts'
import { insertWhere } from './insert-where.ts'
import { template, templateChange } from './schema/staff.ts'
import { inPlace, placeColumns, templateById } from './templates.ts'

interface Around {
  db: Database
  now: Instant
  /** 'staff:<id>' */
  by: string
  random: RandomBytes
}

export type TemplateOutcome =
  | { kind: 'done' | 'same'; id: number }
  /** Another in use there has this name. */
  | { kind: 'taken' }
  /** As many as a form can hold. */
  | { kind: 'full' }
  | { kind: 'overtaken'; now: Template }

/** A new one; the same form sent again finds the one that it made. */
export async function addTemplate(
  { db, now, by, random }: Around,
  place: TemplatePlace,
  words: TemplateWords,
): Promise<TemplateOutcome> {
  const { kind, name, text, active } = words
  const id = newId(now, random)
  const row = { id, ...placeColumns(place), kind, name, text, active, version: 0 }
  const made = { templateId: id, version: 0, at: now, by, before: null }
  const [added] = await db.batch([
    insertWhere(db, template, row, mayStand(place, words, id)).returning({ id: template.id }),
    insertWhere(
      db,
      templateChange,
      { ...made, after: JSON.stringify(words) },
      sql`exists (select 1 from template where id = ${id})`,
    ),
  ])
  if (added.length > 0) return { kind: 'done', id }
  const named = await namedThere(db, place, words)
  if (named === null) return { kind: 'full' }
  return named.text === text ? { kind: 'same', id: named.id } : { kind: 'taken' }
}

/** `seen`: the version that the form was filled from. */
export async function changeTemplate(
  { db, now, by }: Around,
  {
    id,
    place,
    seen,
    words,
  }: Pick<Template, 'id' | 'place'> & { seen: number; words: TemplateWords },
): Promise<TemplateOutcome> {
  const stands = await templateById(db, id)
  if (!stands) throw new Error('no such template')
  if (isSame(stands, words)) return { kind: 'same', id }
  if (stands.version !== seen) return { kind: 'overtaken', now: stands }
  const { kind, name, text, active } = words
  const before = JSON.stringify({
    ...{ kind: stands.kind, name: stands.name, text: stands.text, active: stands.active },
  })
  const version = seen + 1
  const entry = { templateId: id, version, at: now, by, before, after: JSON.stringify(words) }
  const [logged] = await db.batch([
    insertWhere(
      db,
      templateChange,
      entry,
      sql`exists (select 1 from template where id = ${id} and version = ${seen})
        and ${mayStand(place, words, id)}`,
    ).returning({ version: templateChange.version }),
    db
      .update(template)
      .set({ kind, name, text, active, version })
      .where(sql`id = ${id} and version = ${seen} and exists (select 1 from template_change c
        where c.template_id = ${id} and c.version = ${version})`),
  ])
  if (logged.length > 0) return { kind: 'done', id }
  const after = await templateById(db, id)
  if (after && after.version !== seen) return { kind: 'overtaken', now: after }
  const named = await namedThere(db, place, words)
  return named && named.id !== id ? { kind: 'taken' } : { kind: 'full' }
}

function isSame(stands: Template, { kind, name, text, active }: TemplateWords): boolean {
  return (
    stands.kind === kind && stands.name === name && stands.text === text && stands.active === active
  )
}

/** In use it needs a name of its own and room in the forms. */
function mayStand(place: TemplatePlace, { kind, name, active }: TemplateWords, id: number): SQL {
  const others = sql`from template o where o.id <> ${id} and ${ofOthers(place)}
    and o.kind = ${kind} and o.active = 1`
  return active
    ? sql`not exists (select 1 ${others} and o.name = ${name})
      and (select count(*) ${others}) < ${MOST_TEMPLATES}`
    : sql`true`
}

function ofOthers(place: TemplatePlace): SQL {
  const { agencyId, ownerId } = placeColumns(place)
  return sql`o.agency_id is ${agencyId} and o.owner_id is ${ownerId}`
}

async function namedThere(
  db: Database,
  place: TemplatePlace,
  { kind, name }: Pick<TemplateWords, 'kind' | 'name'>,
): Promise<{ id: number; text: string } | null> {
  const [found] = await db
    .select({ id: template.id, text: template.text })
    .from(template)
    .where(sql`${inPlace(place)} and kind = ${kind} and active = 1 and name = ${name}`)
  return found ?? null
}
