import { desc, eq, type SQL, sql } from 'drizzle-orm'
import type {
  Template,
  TemplateKind,
  TemplatePlace,
  TemplateWords,
} from '../domain/people/templates.ts'
import type { Database } from './database.ts'
import { type Raw, raw } from './raw.ts'
import { template, templateChange } from './schema/staff.ts'

/** In the place of an agency where a template is somebody's own. */
const NO_AGENCY = -1

type Row = typeof template.$inferSelect

export function placeColumns(place: TemplatePlace): Pick<Row, 'agencyId' | 'ownerId'> {
  if (place.of === 'own') return { agencyId: NO_AGENCY, ownerId: place.ownerId }
  return { agencyId: place.of === 'agency' ? place.agencyId : null, ownerId: null }
}

export function inPlace(place: TemplatePlace): SQL {
  const { agencyId, ownerId } = placeColumns(place)
  return sql`agency_id is ${agencyId} and owner_id is ${ownerId}`
}

function fromRow({ agencyId, ownerId, kind, ...row }: Row): Template {
  const place: TemplatePlace =
    ownerId !== null
      ? { of: 'own', ownerId }
      : agencyId === null
        ? { of: 'city' }
        : { of: 'agency', agencyId }
  return { ...row, kind: kind as TemplateKind, place }
}

/** So many of a place are on a page: those in use first. */
const LISTED = 50

export async function templatesIn(
  db: Database,
  places: readonly TemplatePlace[],
): Promise<Template[][]> {
  const [first, ...rest] = places.map((place) =>
    db
      .select()
      .from(template)
      .where(inPlace(place))
      .orderBy(desc(template.active), template.kind, template.name)
      .limit(LISTED),
  )
  if (!first) return []
  return (await db.batch([first, ...rest])).map((rows) => rows.map(fromRow))
}

/** For a table that holds all of them, the newest first where two have one name. */
export async function cityTemplates(db: Database): Promise<Template[]> {
  const rows = await db
    .select()
    .from(template)
    .where(inPlace({ of: 'city' }))
    .orderBy(template.kind, template.name, desc(template.active), desc(template.id))
    .limit(1000)
  return rows.map(fromRow)
}

export async function templateById(db: Database, id: number): Promise<Template | null> {
  const [row] = await db.select().from(template).where(eq(template.id, id))
  return row ? fromRow(row) : null
}

export interface Offered {
  id: number
  name: string
  text: string
}

/** What a case's form offers: one's own, the agency's, the city's. */
export function offeredTemplates(
  db: Database,
  kind: TemplateKind,
  places: readonly TemplatePlace[],
  limit: number,
): Raw<Offered> {
  const parts = places.map(
    (place) => sql`select * from (select id, name, text from template
      where ${inPlace(place)} and kind = ${kind} and active = 1 limit ${limit})`,
  )
  return raw(db, sql.join(parts, sql` union all `))
}

export interface TemplateChange {
  version: number
  at: number
  by: string
  before: TemplateWords | null
  after: TemplateWords
}

/** Newest first. */
export async function templateChanges(db: Database, id: number): Promise<TemplateChange[]> {
  const rows = await db
    .select()
    .from(templateChange)
    .where(eq(templateChange.templateId, id))
    .orderBy(desc(templateChange.version))
    .limit(20)
  return rows.map(({ version, at, by, before, after }) => ({
    ...{ version, at, by },
    before: before === null ? null : (JSON.parse(before) as TemplateWords),
    after: JSON.parse(after) as TemplateWords,
  }))
}
