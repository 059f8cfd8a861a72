import type { Ages } from '../../domain/figures/oversight.ts'
import type { Instant, IsoDate } from '../../domain/time/time.ts'
import type { Words } from '../../words/words.ts'
import { Bar } from '../components/chart-bar.tsx'
import { Notice } from '../components/parts.tsx'
import { AgencyName, type Named } from './agency-name.tsx'
import { OversightTabs } from './oversight-tabs.tsx'

/** A number that opens its list. */
interface Linked {
  n: number
  /** Where it is counted to a cap. */
  shown?: string
  href: string
}

export interface LateAgency extends Named {
  ages: Ages
  late: Linked
  soon: Linked
  disputed: Linked
  missed: Linked
}

export interface SilentAgency {
  name: string
  open: number
  /** Null: it never did anything. */
  at: Instant | null
  href: string
}

interface Props {
  today: IsoDate
  until: IsoDate
  counting: boolean
  numbers: (Linked & { label: string })[]
  late: LateAgency[]
  silent: SilentAgency[]
  silentDays: number
  /** Null where only one agency is overseen. */
  spots: { name: string; times: string; href: string }[] | null
  spotDays: number
}

export function Worries(props: Props & { t: Words }) {
  const { t, late, silent, spots } = props
  return (
    <>
      <OversightTabs t={t} current="worries" city={spots !== null} />
      <h1>{t.oversight.title}</h1>
      <p class="soft">{t.oversight.now(t.longDate(props.today))}</p>
      {props.counting && (
        <Notice tone="wait">
          <p>{t.oversight.counting}</p>
        </Notice>
      )}
      <dl class="figs">
        {props.numbers.map(({ n, shown, label, href }, i) => (
          <div class={i === 0 && n > 0 ? 'late' : undefined}>
            <dt>{label}</dt>
            <dd>
              <Count t={t} n={n} shown={shown} href={href} what={label} />
            </dd>
          </div>
        ))}
      </dl>
      <h2>{t.oversight.lateTitle}</h2>
      {late.length === 0 ? <p>{t.oversight.noneLate}</p> : <LateTable t={t} rows={late} />}
      <div class="pairs">
        <section>
          <h2>{t.oversight.silentTitle}</h2>
          <p class="hint">{t.oversight.silentHint(t.workingDays(props.silentDays))}</p>
          {silent.length === 0 ? (
            <p>{t.oversight.noneSilent}</p>
          ) : (
            <ul class="worry">
              {silent.map(({ name, open, at, href }) => (
                <li>
                  <a href={href}>{name}</a>{' '}
                  <b>
                    {t.oversight.open(t.number(open, 0))},{' '}
                    {at === null
                      ? t.oversight.silentEver
                      : t.oversight.silentSince(t.mediumDate(t.dayOf(at)))}
                  </b>
                </li>
              ))}
            </ul>
          )}
        </section>
        {spots && <Spots t={t} spots={spots} days={props.spotDays} />}
      </div>
    </>
  )
}

function Spots(props: { t: Words; spots: NonNullable<Props['spots']>; days: number }) {
  const { t, spots } = props
  return (
    <section>
      <h2>{t.oversight.spotsTitle}</h2>
      <p class="hint">{t.oversight.spotsHint(t.number(props.days, 0))}</p>
      {spots.length === 0 ? (
        <p>{t.oversight.noneSpots}</p>
      ) : (
        <ul class="worry">
          {spots.map(({ name, times, href }) => (
            <li>
              <a href={href}>{name}</a> <b>{t.oversight.again(times)}</b>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Nothing to open where there is none. */
function Count({ t, n, shown = t.number(n, 0), href, what }: Linked & { t: Words; what: string }) {
  return n === 0 ? (
    <span>{shown}</span>
  ) : (
    <a href={href}>
      {shown}
      <span class="sr"> {what}</span>
    </a>
  )
}

function LateTable({ t, rows }: { t: Words; rows: LateAgency[] }) {
  const { columns } = t.oversight
  const largest = Math.max(...rows.map(({ late }) => late.n))
  const cell = (linked: Linked, what: string, name: string) => (
    <td class="n">
      <Count t={t} {...linked} what={`${what}, ${name}`} />
    </td>
  )
  return (
    <>
      <section class="scroll" tabindex={0} aria-label={t.oversight.lateTitle}>
        <table>
          <thead>
            <tr>
              <th scope="col">{columns.agency}</th>
              <th scope="col" class="n">
                {columns.late}
              </th>
              <td />
              {[
                ...[columns.older, columns.month, columns.week],
                ...[columns.soon, columns.disputed, columns.missed],
              ].map((column) => (
                <th scope="col" class="n">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, shortName, ages: [week, month, older], ...own }) => (
              <tr>
                <th scope="row">
                  <AgencyName name={name} shortName={shortName} />
                </th>
                {cell(own.late, columns.late, name)}
                <td class="bar">
                  <Bar parts={[older, month, week]} largest={largest} />
                </td>
                {[older, month, week].map((n) => (
                  <td class="n">{t.number(n, 0)}</td>
                ))}
                {cell(own.soon, columns.soon, name)}
                {cell(own.disputed, columns.disputed, name)}
                {cell(own.missed, columns.missed, name)}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="hint">{t.oversight.lateHint}</p>
    </>
  )
}
