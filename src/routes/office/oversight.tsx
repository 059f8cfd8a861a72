import { Hono } from 'hono'
import { askLastActs, askOverseen, askSpots, askWaiting, type LastAct } from '../../db/oversight.ts'
import { askOpenQuestions } from '../../db/oversight-entries.ts'
import { SPOT_CAP, SPOT_DAYS } from '../../db/oversight-lists.ts'
import { oneTrip } from '../../db/trip.ts'
import { calendarOf, categoryById } from '../../domain/city/city.ts'
import { countOf, heldBetween, missedWords, overdueByAge } from '../../domain/figures/oversight.ts'
import { isSilent, SILENT_DAYS } from '../../domain/figures/silence.ts'
import { likelySpots, type Spot } from '../../domain/figures/spots.ts'
import type { Oversight } from '../../domain/people/oversight.ts'
import { endOfWorkingWeek } from '../../domain/time/calendar.ts'
import { dateOf, type IsoDate, monthBack, monthOf, yearOfMonths } from '../../domain/time/time.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { build, patterns } from '../../paths.ts'
import { areaName } from '../../sights/names.ts'
import { DeskSolo } from '../../views/layouts/desk.tsx'
import { type LateAgency, type SilentAgency, Worries } from '../../views/office/worries.tsx'
import { oversightSheet } from '../../views/styles/oversight-sheet.ts'
import { frameOf } from '../desk/desk-page.tsx'
import { type AgencyCounts, agenciesIn, allOf, since } from './oversight-figures.ts'
import { overseenOnly, oversightIn } from './oversight-guard.ts'
import { type ListName, listHref, nameOf, slugOf } from './oversight-links.ts'
import { waitingIn } from './waiting-numbers.ts'

export const oversightPages = new Hono<AppEnv>()

/** Of whom one look each keeps within the row budget of a page. */
const MOST_ASKED = 60
const MOST_SPOTS = 5

oversightPages.get(patterns.oversight, overseenOnly, async (c) => {
  const { db, city, now, t } = c.var
  const oversight = oversightIn(c)
  const today = dateOf(now, city.settings.offset)
  const months = yearOfMonths(monthOf(today))
  const [overseen] = await oneTrip(db, [askOverseen(db, months[0] ?? '')])
  const agencies = agenciesIn(overseen, city, oversight)
  const working = agencies.filter((one) => countOf(allOf(one), 'open') > 0)
  const asked = working.flatMap(({ agency }) => agency?.id ?? []).slice(0, MOST_ASKED)
  const spots = oversight.city ? spotsIn(agencies, today) : []
  const own = oversight.city ? null : oversight.agencyIds
  const [acts, counts, waiting, questions] = await oneTrip(db, [
    askLastActs(db, asked),
    askSpots(db, spots, now),
    askWaiting(db, own, today),
    askOpenQuestions(db, own),
  ])
  const all = agencies.flatMap(allOf)
  const until = endOfWorkingWeek(now, calendarOf(city))
  const [only] = oversight.city ? [] : agencies
  const hrefOf = (list: ListName) => listHref(list, only && slugOf(only))
  return c.render(
    <DeskSolo t={t} title={t.oversight.title} {...(await frameOf(c))} sheet={oversightSheet}>
      <Worries
        t={t}
        today={today}
        until={until}
        counting={overseen.counting}
        numbers={[
          { n: sum(overdueByAge(all, today)), label: t.oversight.overdue, href: hrefOf('lewat') },
          {
            n: heldBetween(all, today, until),
            label: t.oversight.thisWeek(t.shortDate(until)),
            href: hrefOf('minggu-ini'),
          },
          { n: countOf(all, 'contested'), label: t.oversight.disputed, href: hrefOf('digugat') },
          ...(oversight.city
            ? [
                {
                  n: countOf(all, 'returned'),
                  label: t.oversight.returned,
                  href: hrefOf('kembali'),
                },
              ]
            : []),
          { n: missedWords(all, today), label: t.oversight.missed, href: hrefOf('janji') },
          ...waitingIn(c, waiting, questions, hrefOf('batas')),
        ]}
        late={lateIn(c, agencies, today, until)}
        silent={silentIn(c, working, acts)}
        silentDays={SILENT_DAYS}
        spots={spotsShown(c, oversight, spots, counts)}
        spotDays={SPOT_DAYS}
      />
    </DeskSolo>,
  )
})

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, n) => all + n, 0)
}

/** Who is late first, by how many and then by how long. */
function lateIn(
  { var: { t } }: AppContext,
  agencies: readonly AgencyCounts[],
  today: IsoDate,
  until: IsoDate,
): LateAgency[] {
  const rows = agencies.map((one) => {
    const counts = allOf(one)
    const slug = slugOf(one)
    const ages = overdueByAge(counts, today)
    return {
      name: nameOf(t, one),
      shortName: one.agency?.shortName ?? null,
      ages,
      late: { n: sum(ages), href: listHref('lewat', slug) },
      soon: { n: heldBetween(counts, today, until), href: listHref('minggu-ini', slug) },
      disputed: { n: countOf(counts, 'contested'), href: listHref('digugat', slug) },
      missed: { n: missedWords(counts, today), href: listHref('janji', slug) },
    }
  })
  return rows
    .filter(({ late, soon, disputed, missed }) => late.n + soon.n + disputed.n + missed.n > 0)
    .sort((a, b) => b.late.n - a.late.n || b.ages[2] - a.ages[2] || b.soon.n - a.soon.n)
}

function silentIn(
  { var: { city, now } }: AppContext,
  working: readonly AgencyCounts[],
  acts: readonly LastAct[],
): SilentAgency[] {
  return working.flatMap((one) => {
    const act = acts.find(({ agencyId }) => agencyId === one.agency?.id)
    if (!act || !isSilent(act, now, calendarOf(city, act.agencyId))) return []
    return {
      name: one.agency?.name ?? '',
      open: countOf(allOf(one), 'open'),
      at: act.at,
      href: listHref('kerja', slugOf(one)),
    }
  })
}

/** Months that the days of `SPOT_DAYS` lie in. */
const SPOT_MONTHS = 3

function spotsIn(agencies: readonly AgencyCounts[], today: IsoDate): Spot[] {
  const first = monthBack(monthOf(today), SPOT_MONTHS)
  return likelySpots(
    agencies.flatMap((one) => since(one, first)),
    MOST_SPOTS,
  )
}

function spotsShown(
  { var: { city, t } }: AppContext,
  oversight: Oversight,
  spots: readonly Spot[],
  counts: readonly number[],
) {
  if (!oversight.city) return null
  return spots
    .map((spot, i) => ({ ...spot, n: counts[i] ?? 0 }))
    .filter(({ n }) => n > 1)
    .sort((a, b) => b.n - a.n)
    .map(({ categoryId, subdistrictId, n }) => ({
      name: t.oversight.spot(
        categoryById(city, categoryId)?.name ?? '',
        areaName(city, subdistrictId) ?? '',
      ),
      times: n > SPOT_CAP ? `${SPOT_CAP - 1}+` : t.number(n - 1, 0),
      href: `${build('oversightList', { list: 'berulang' })}?kategori=${categoryId}&kelurahan=${subdistrictId}`,
    }))
}
