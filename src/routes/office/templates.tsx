import { Hono } from 'hono'
import { addTemplate, changeTemplate, type TemplateOutcome } from '../../db/save-template.ts'
import { namesOf } from '../../db/staff-names.ts'
import { templateById, templateChanges, templatesIn } from '../../db/templates.ts'
import { readTemplate } from '../../domain/people/read-template.ts'
import {
  mayKeepTemplate,
  nameOfPlace,
  placeNamed,
  type Template,
  type TemplatePlace,
  templateId,
  templatePlaces,
} from '../../domain/people/templates.ts'
import { type Back, FRESH, overtaken, refused } from '../../forms/answers.ts'
import { readForm } from '../../forms/read.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { staffFormToken } from '../../middleware/same-origin.ts'
import { build, patterns } from '../../paths.ts'
import { randomBytes } from '../../random.ts'
import { DeskSolo } from '../../views/layouts/desk.tsx'
import { TemplatePage } from '../../views/office/template.tsx'
import { TemplatesPage } from '../../views/office/templates.tsx'
import { frameOf } from '../desk/desk-page.tsx'
import { templateErrors } from './template-errors.ts'

export const templatePages = new Hono<AppEnv>()

/** Rows of a few agencies: whoever is of more finds those of the others in their cases. */
const PLACES = 4

templatePages.get(patterns.templates, async (c) => {
  const { t, db, city, staff, now } = c.var
  const places = templatePlaces(staff, now)
  const shown = [...places.slice(0, PLACES - 1), ...places.slice(PLACES - 1).slice(-1)]
  const found = await templatesIn(db, shown)
  return c.render(
    <DeskSolo t={t} title={t.templates.title} {...(await frameOf(c))}>
      <TemplatesPage
        t={t}
        city={city}
        lists={shown.map((place, i) => ({
          place,
          keeps: mayKeepTemplate(staff, place, now),
          templates: found[i] ?? [],
        }))}
      />
    </DeskSolo>,
  )
})

interface Opened {
  place: TemplatePlace
  /** Null: a new one. */
  stands: Template | null
}

/** Only what they keep. */
async function opened(c: AppContext, place: string | undefined): Promise<Opened | null> {
  const { db, staff, now } = c.var
  const sent = c.req.param('id') ?? ''
  if (sent === 'baru') {
    const named = placeNamed(place ?? 'saya', staff)
    return named && mayKeepTemplate(staff, named, now) ? { place: named, stands: null } : null
  }
  const id = templateId(sent)
  const stands = id === null ? null : await templateById(db, id)
  return stands && mayKeepTemplate(staff, stands.place, now)
    ? { place: stands.place, stands }
    : null
}

templatePages.get(patterns.template, async (c) => {
  const at = await opened(c, c.req.query('milik'))
  return at ? c.render(await page(c, at, FRESH)) : c.notFound()
})

templatePages.post(patterns.template, async (c) => {
  const { t } = c.var
  const { typed } = await readForm(c)
  const at = await opened(c, typed.milik)
  if (!at) return c.notFound()
  const read = readTemplate(typed)
  if (!read.ok) {
    const errors = templateErrors(t, read.faults)
    return refused(c, { typed, errors }, (_, back) => page(c, at, back))
  }
  const outcome = await save(c, at, Number(typed.versi) || 0, read.words)
  switch (outcome.kind) {
    case 'overtaken':
      return overtaken(c, { typed, errors: [] }, (_, back) =>
        page(c, { ...at, stands: outcome.now }, back, true),
      )
    case 'taken':
    case 'full': {
      const error =
        outcome.kind === 'taken'
          ? { field: 'nama', text: t.templates.nameTaken }
          : { field: null, text: t.templates.full }
      return refused(c, { typed, errors: [error] }, (_, back) => page(c, at, back))
    }
    default:
      return c.redirect(
        `${build('template', { id: outcome.id })}?kabar=${
          outcome.kind === 'done' ? 'disimpan' : 'tetap'
        }`,
        303,
      )
  }
})

function save(
  c: AppContext,
  { place, stands }: Opened,
  seen: number,
  words: Extract<ReturnType<typeof readTemplate>, { ok: true }>['words'],
): Promise<TemplateOutcome> {
  const { db, now, staff } = c.var
  const around = { db, now, by: `staff:${staff.id}`, random: randomBytes }
  return stands
    ? changeTemplate(around, { id: stands.id, place, seen, words })
    : addTemplate(around, place, words)
}

async function page(
  c: AppContext,
  { place, stands }: Opened,
  { typed, errors }: Back,
  meanwhile = false,
) {
  const { t, db, city } = c.var
  const changes = stands ? await templateChanges(db, stands.id) : []
  const ids = [...new Set(changes.map(({ by }) => by.replace('staff:', '')))]
  const named = ids.length > 0 ? await namesOf(db, ids) : []
  const title = stands?.name ?? t.templates.newTitle
  const news = c.req.query('kabar') ?? ''
  return (
    <DeskSolo t={t} title={title} {...(await frameOf(c))} failed={errors.length > 0}>
      <TemplatePage
        t={t}
        token={await staffFormToken(c)}
        city={city}
        title={title}
        place={place}
        placeName={nameOfPlace(place)}
        stands={stands}
        typed={typed}
        errors={errors}
        meanwhile={meanwhile}
        said={Object.hasOwn(t.templates.done, news) ? (t.templates.done[news] ?? null) : null}
        changes={changes}
        names={new Map(named.map(({ id, name }) => [`staff:${id}`, name]))}
      />
    </DeskSolo>
  )
}
