import { addTemplate, changeTemplate, type TemplateOutcome } from '../../db/save-template.ts'
import { cityTemplates } from '../../db/templates.ts'
import type { LineFault, LineOutcome } from '../../domain/city/imports.ts'
import { readTemplate, type TemplateFault } from '../../domain/people/read-template.ts'
import {
  MOST_TEMPLATES,
  type Template,
  type TemplatePlace,
  type TemplateWords,
} from '../../domain/people/templates.ts'
import { randomBytes } from '../../random.ts'
import type { Importer, ImportSession, ImportWorld } from './importer.ts'

const CITY: TemplatePlace = { of: 'city' }

/** The city's. A line of a known kind and name changes that one. */
export const templateImporter: Importer = {
  columns: [
    { name: 'nama', required: true },
    { name: 'jenis', required: true },
    { name: 'teks', required: true },
    { name: 'aktif', required: false },
  ],
  open: async (world, dry) => (dry ? dryRun(await cityTemplates(world.db)) : realRun(world)),
}

type Kept = TemplateWords & Partial<Pick<Template, 'id' | 'version'>>

function keyOf({ kind, name }: Pick<TemplateWords, 'kind' | 'name'>): string {
  return `${kind} ${name}`
}

/** One that is in use before those that are not. */
function known(templates: readonly Kept[]): Map<string, Kept> {
  return new Map(templates.toReversed().map((one) => [keyOf(one), one]))
}

/** What a line leaves out stays as it is; a new one is in use. */
function wholeLine(typed: Readonly<Record<string, string>>) {
  return readTemplate({ ...typed, aktif: typed.aktif ?? 'ya' })
}

function dryRun(start: readonly Template[]): ImportSession {
  const kept = known(start)
  return {
    line: async (typed) => {
      const read = wholeLine(typed)
      if (!read.ok) return refusedFor(read.faults)
      const { words } = read
      const stands = kept.get(keyOf(words))
      if (stands && stands.text === words.text && stands.active === words.active)
        return { fate: 'same' }
      const others = [...kept.values()].filter(
        (one) => one.active && one.kind === words.kind && keyOf(one) !== keyOf(words),
      )
      if (words.active && others.length >= MOST_TEMPLATES) return full
      kept.set(keyOf(words), words)
      return { fate: stands ? 'changed' : 'added' }
    },
  }
}

function realRun({ db, now, by }: ImportWorld): ImportSession {
  const around = { db, now, by, random: randomBytes }
  return {
    line: async (typed) => {
      const read = wholeLine(typed)
      if (!read.ok) return refusedFor(read.faults)
      const { words } = read
      const stands = known(await cityTemplates(db)).get(keyOf(words))
      if (stands?.id === undefined)
        return outcomeOf(await addTemplate(around, CITY, words), 'added')
      // the table is what counts: it was looked at before it was taken in
      const seen = stands.version ?? 0
      const change = { id: stands.id, place: CITY, seen, words }
      return outcomeOf(await changeTemplate(around, change), 'changed')
    },
  }
}

const full: LineOutcome = { fate: 'refused', faults: [{ field: 'nama', line: 'templates_full' }] }

function outcomeOf({ kind }: TemplateOutcome, fate: 'added' | 'changed'): LineOutcome {
  if (kind === 'done') return { fate }
  if (kind === 'same') return { fate: 'same' }
  return kind === 'full' ? full : { fate: 'refused', faults: [{ field: 'nama', fault: 'taken' }] }
}

function refusedFor(faults: readonly TemplateFault[]): LineOutcome {
  return {
    fate: 'refused',
    faults: faults.map(
      ({ field, fault }): LineFault =>
        fault === 'fields' ? { field, line: 'template_fields' } : { field, fault },
    ),
  }
}
