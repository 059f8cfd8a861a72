import { type CityAsk, cityAskById } from '../db/city-asks.ts'
import type { Noun } from '../domain/city/sheets/sheet.ts'
import { build } from '../paths.ts'
import type { Words } from '../words/words.ts'
import type { Writer } from './general.ts'

/** 'Inspektorat: inspektorat → dinas-pupr' */
export function askedChanges(t: Words, ask: Pick<CityAsk, 'typed' | 'before'>): string[] {
  const before = JSON.parse(ask.before) as Record<string, string>
  return Object.entries(JSON.parse(ask.typed) as Record<string, string>).map(([name, now]) =>
    t.settings.from(
      t.settings.fields[name]?.[0] ?? name,
      before[name] || t.settings.emptyValue,
      now || t.settings.emptyValue,
    ),
  )
}

/** @throws TypeError for an asking that is not on record: they are never taken away */
export const settingGuarded: Writer = async (t, { db, env }, id = '') => {
  const ask = await cityAskById(db, Number(id))
  if (!ask) throw new TypeError(`no setting ${id} was asked for`)
  return t.systemNotices.setting_guarded(
    t.settings.nouns[ask.noun as Noun].title,
    askedChanges(t, ask).join('\n'),
    ask.asker,
    t.longMoment(ask.ripensAt ?? ask.expiresAt),
    ask.ripensAt !== null,
    ask.outcome,
    `${env.PUBLIC_URL}${build('grants')}`,
  )
}
