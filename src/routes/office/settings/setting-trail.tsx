import { Hono } from 'hono'
import { cityChanges } from '../../../db/city-change.ts'
import { undoCityChange } from '../../../db/run-city-change.ts'
import { namesOf } from '../../../db/staff-names.ts'
import type { Noun } from '../../../domain/city/sheets/sheet.ts'
import { trailEntry } from '../../../domain/city/trail-entry.ts'
import { refused } from '../../../forms/answers.ts'
import type { FieldError } from '../../../forms/field-error.ts'
import { readForm } from '../../../forms/read.ts'
import type { AppContext, AppEnv } from '../../../http.ts'
import { patterns } from '../../../paths.ts'
import { DeskSolo } from '../../../views/layouts/desk.tsx'
import { placeOf } from '../../../views/office/settings/place-of.ts'
import { SettingTrailPage } from '../../../views/office/settings/setting-trail.tsx'
import { frameOf } from '../../desk/desk-page.tsx'
import { adminOnly } from '../staff-rights.ts'

export const settingTrail = new Hono<AppEnv>()

const PAGE = 50

settingTrail.get(patterns.settingTrail, adminOnly, async (c) => c.render(await page(c, [])))

settingTrail.post(patterns.settingUndo, adminOnly, async (c) => {
  const { db, now, staff, t } = c.var
  await readForm(c)
  const seq = Number(c.req.param('id'))
  if (!Number.isSafeInteger(seq)) return c.notFound()
  const outcome = await undoCityChange({ db, now, by: `staff:${staff.id}` }, seq)
  if (outcome.kind === 'unknown') return c.notFound()
  if (outcome.kind !== 'done') {
    const text = outcome.kind === 'late' ? t.settings.undoLate : t.settings.undoGuarded
    const errors = [{ field: null, text }]
    return refused(c, { typed: {}, errors }, () => page(c, errors))
  }
  const { noun, rowId } = outcome.change
  return c.redirect(`${placeOf(noun as Noun, rowId)}?kabar=urung`, 303)
})

async function page(c: AppContext, errors: FieldError[]) {
  const { t, db, city } = c.var
  const before = Number(c.req.query('setelah')) || Number.MAX_SAFE_INTEGER
  const changes = await cityChanges(db, before, PAGE + 1)
  const shown = changes.slice(0, PAGE)
  const ids = [...new Set(shown.map(({ by }) => by.replace('staff:', '')))]
  const names = new Map((await namesOf(db, ids)).map(({ id, name }) => [`staff:${id}`, name]))
  names.set('command', t.settings.byCommand)
  const last = shown.at(-1)
  const more = changes.length > PAGE && last
  return (
    <DeskSolo t={t} title={t.settings.trail} {...(await frameOf(c))} failed={errors.length > 0}>
      <SettingTrailPage
        t={t}
        entries={shown.map((change) => trailEntry(change, city))}
        names={names}
        errors={errors}
        older={more ? `${patterns.settingTrail}?setelah=${last.seq}` : null}
      />
    </DeskSolo>
  )
}
