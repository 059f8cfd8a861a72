import { Hono } from 'hono'
import { caseByReference } from '../../db/cases.ts'
import {
  appendEntry,
  askEntries,
  type NamedEntry,
  openEntries,
} from '../../db/oversight-entries.ts'
import { askProgress } from '../../db/progress.ts'
import { asked, oneTrip } from '../../db/trip.ts'
import { actorId } from '../../domain/people/actor.ts'
import type { IntegrityFacts } from '../../domain/people/oversight.ts'
import { referenceIn } from '../../domain/text/reference.ts'
import { type Back, FRESH, refused } from '../../forms/answers.ts'
import { readForm } from '../../forms/read.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { checkReport, goOn, type IntegrityProgress } from '../../jobs/check-integrity.ts'
import { jobWorld } from '../../jobs/world.ts'
import { staffFormToken } from '../../middleware/same-origin.ts'
import { patterns } from '../../paths.ts'
import type { ChainFinding } from '../../seal/chain.ts'
import type { RowFinding } from '../../seal/rows-check.ts'
import { mayOpen } from '../../sights/viewer.ts'
import { DeskSolo } from '../../views/layouts/desk.tsx'
import { type CheckedLine, IntegrityPage } from '../../views/office/integrity.tsx'
import { oversightSheet } from '../../views/styles/oversight-sheet.ts'
import { frameOf } from '../desk/desk-page.tsx'
import { ownText } from '../own-text.ts'
import { ofTheCity, oversightIn } from './oversight-guard.ts'

export const integrityPages = new Hono<AppEnv>()

const PAGE = 15
/** Looked at before the answer: a small city is through. */
const AT_ONCE = { steps: 2 }

integrityPages.get(patterns.integrity, ofTheCity, async (c) => c.render(await page(c, FRESH)))

integrityPages.post(patterns.integrity, ofTheCity, async (c) => {
  const { db, t, staff, now, city } = c.var
  const posted = await readForm(c)
  const by = actorId(staff)
  const w = await jobWorld(c.env, now, AT_ONCE)
  const no = (text: string) => {
    const errors = [{ field: 'nomor', text }]
    return refused(c, { typed: posted.typed, errors }, page)
  }
  if (posted.has('semua')) {
    const entry = { at: now, by, kind: 'check', agencyId: 0, facts: {}, open: true } as const
    const begun = await appendEntry(db, entry)
    if (!begun) return no(t.integrity.already)
    await goOn(w, { seq: begun.seq, by })
    return c.redirect(`${patterns.integrity}?kabar=all`, 303)
  }
  const reference = referenceIn(posted.line('nomor'), city.settings.prefix)
  const found = reference ? await caseByReference(db, reference) : null
  // a supervisory one is none to those who may not know of it
  if (!reference || !found || !mayOpen(staff, found.complaint, now)) return no(t.integrity.unknown)
  await checkReport(w, by, reference, found.complaint.id)
  return c.redirect(`${patterns.integrity}?kabar=one`, 303)
})

async function page(c: AppContext, { typed, errors }: Back) {
  const { db, t } = c.var
  const before = Number(c.req.query('sebelum')) || Number.MAX_SAFE_INTEGER
  const [[running], progress, entries] = await oneTrip(db, [
    asked([openEntries(db, 'check', null)], ([rows]) => rows),
    askProgress<IntegrityProgress>(db, 'integrity'),
    askEntries(db, before, ['check', 'checked'], null, PAGE + 1),
  ])
  const rows = entries.slice(0, PAGE)
  const last = entries.length > PAGE ? rows.at(-1) : undefined
  const looked = progress?.of === running?.seq ? (progress?.checked ?? 0) : 0
  return (
    <DeskSolo
      t={t}
      title={t.integrity.title}
      {...(await frameOf(c))}
      sheet={oversightSheet}
      failed={errors.length > 0}
    >
      <IntegrityPage
        t={t}
        token={await staffFormToken(c)}
        said={ownText(t.integrity.done, c.req.query('kabar')) ?? null}
        running={running ? looked : null}
        lines={rows.map((entry) => lineOf(c, entry))}
        first={before === Number.MAX_SAFE_INTEGER ? null : patterns.integrity}
        next={last ? `${patterns.integrity}?sebelum=${last.seq}` : null}
        typed={typed}
        errors={errors}
      />
    </DeskSolo>
  )
}

function lineOf(c: AppContext, entry: NamedEntry): CheckedLine {
  const { t } = c.var
  const by = entry.name ?? t.caseWords.someone
  if (entry.kind === 'check') return { at: entry.at, what: t.integrity.asked(by), found: null }
  const facts = JSON.parse(entry.facts) as IntegrityFacts
  const hides = facts.secret === 1 && !oversightIn(c).supervisory
  const named = (number: string | null) => (hides ? t.integrity.secret : (number ?? ''))
  const say = facts.problem === null ? null : problemOf(c, facts.problem)
  return {
    at: entry.at,
    what:
      facts.reference === null
        ? t.integrity.ofAll(by)
        : t.integrity.ofOne(by, named(facts.reference)),
    found: {
      checked: facts.checked,
      differ: facts.differ,
      first: say?.(named(facts.complaint), String(facts.seq ?? ''), otherIn(c, facts)) ?? null,
    },
  }
}

/** 'clock verify 1' is told as what kind of row it is. */
function otherIn({ var: { t } }: AppContext, { problem, other }: IntegrityFacts): string {
  const [kind = ''] = String(other ?? '').split(' ')
  return (problem?.startsWith('row-') && ownText(t.integrity.rows, kind)) || String(other ?? '')
}

/** All that looking at reports one by one can find. */
type Problem =
  | ChainFinding['problem']
  | RowFinding['problem']
  | 'complaint-row-missing'
  | 'complaints-swapped'

function problemOf({ var: { t } }: AppContext, problem: string) {
  const problems: Record<Problem, (report: string, event: string, other: string) => string> =
    t.integrity.problems
  return Object.hasOwn(problems, problem) ? problems[problem as Problem] : null
}
