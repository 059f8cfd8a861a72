import { Hono } from 'hono'
import { exportsBefore } from '../../db/exports.ts'
import type { AppEnv } from '../../http.ts'
import { patterns } from '../../paths.ts'
import { DeskSolo } from '../../views/layouts/desk.tsx'
import { ExportsPage } from '../../views/office/exports.tsx'
import { oversightSheet } from '../../views/styles/oversight-sheet.ts'
import { frameOf } from '../desk/desk-page.tsx'
import { ofTheCity } from './oversight-guard.ts'

export const exportPages = new Hono<AppEnv>()

const PAGE = 50

exportPages.get(patterns.exports, ofTheCity, async (c) => {
  const { t, db } = c.var
  const before = Number(c.req.query('setelah')) || null
  const taken = await exportsBefore(db, before, PAGE + 1)
  const shown = taken.slice(0, PAGE)
  const last = shown.at(-1)
  return c.render(
    <DeskSolo t={t} title={t.trail.exports.title} {...(await frameOf(c))} sheet={oversightSheet}>
      <ExportsPage
        t={t}
        taken={shown}
        older={taken.length > PAGE && last ? `${patterns.exports}?setelah=${last.id}` : null}
      />
    </DeskSolo>,
  )
})
