import { LAST_BIN } from '../../domain/figures/figures.ts'
import type { Words } from '../../words/words.ts'

/** Numbers of a city or an agency over a period; null where nothing was measured. */
export interface Figures {
  /** 'Januari-November 2026' */
  period: string
  received: number
  /** Filings handled together with one of these. */
  joined: number
  open: number
  overdue: number
  /** Counting stopped at `overdue`: there are more. */
  overdueCapped?: boolean
  /** First follow-ups owed, and those of them that came late or are open past their date. */
  followUps: number
  lateFollowUps: number
  /** Dates that agencies gave and whose day has told, and those of them that were kept. */
  promises: number
  keptPromises: number
  /** The same of the city's own limits. */
  targets: number
  keptTargets: number
  /** Working days. */
  medianFirstAnswer: number | null
  medianClosing: number | null
  /** 1-5 */
  satisfaction: number | null
  disputed: number
  /** Ended in the silence of somebody whom nobody could tell. */
  unheard: number
  /** Over when they were brought from an older record: in no other number. */
  imported: number
  /** Of the whole city alone: how many of those received are kept from the public. */
  secret?: number
}

function Figure(props: { value: string; label: string; unit?: string; late?: boolean }) {
  return (
    <div class={props.late ? 'late' : undefined}>
      <dt>{props.label}</dt>
      <dd>
        {props.value}
        {props.unit && <small> {props.unit}</small>}
      </dd>
    </div>
  )
}

/** A middle value; days are counted one by one only up to sixty. */
export function daysOf(t: Words, days: number): string {
  return t.number(days) + (days === LAST_BIN ? '+' : '')
}

function daysOrNone(t: Words, days: number | null): string {
  return days === null ? t.figures.none : daysOf(t, days)
}

/** What somebody at an agency's own website asks first; all of it is a link away. */
export function FewFigures({ t, figures }: { t: Words; figures: Figures }) {
  return (
    <dl class="figs">
      <Figure value={t.number(figures.open, 0)} label={t.widget.open} />
      <Figure
        value={t.number(figures.overdue, 0) + (figures.overdueCapped ? '+' : '')}
        label={t.widget.overdue}
        late={figures.overdue !== 0}
      />
      <Figure
        value={figures.medianClosing === null ? t.figures.dash : daysOf(t, figures.medianClosing)}
        label={figures.medianClosing === null ? t.widget.noMedian : t.widget.median}
      />
    </dl>
  )
}

/** What anybody asks first. */
export function LeadTiles({ t, figures }: { t: Words; figures: Figures }) {
  return (
    <dl class="figs">
      <Figure value={t.number(figures.open, 0)} label={t.figures.open} />
      <Figure
        value={t.number(figures.overdue, 0) + (figures.overdueCapped ? '+' : '')}
        label={t.figures.overdue}
        late={figures.overdue !== 0}
      />
      <Figure value={daysOrNone(t, figures.medianClosing)} label={t.figures.closing} />
    </dl>
  )
}

export function FigureTiles({ t, figures }: { t: Words; figures: Figures }) {
  return (
    <>
      <dl class="figs">
        <Figure
          value={t.number(figures.received, 0)}
          unit={figures.joined === 0 ? undefined : t.figures.joined(t.number(figures.joined, 0))}
          label={t.figures.received}
        />
        <Figure value={daysOrNone(t, figures.medianFirstAnswer)} label={t.figures.firstAnswer} />
        <Figure
          value={t.number(figures.lateFollowUps, 0)}
          unit={t.figures.ofFirst(t.number(figures.followUps, 0))}
          label={t.figures.lateFirst}
          late={figures.lateFollowUps !== 0}
        />
        <Figure
          value={figures.satisfaction === null ? t.figures.none : t.number(figures.satisfaction)}
          unit={figures.satisfaction === null ? undefined : t.figures.outOfFive}
          label={t.figures.satisfaction}
        />
        <Figure value={t.number(figures.disputed, 0)} label={t.figures.disputed} />
        {figures.promises > 0 && (
          <Figure
            value={t.number(figures.keptPromises, 0)}
            unit={t.figures.ofFirst(t.number(figures.promises, 0))}
            label={t.figures.keptPromises}
          />
        )}
        {figures.targets > 0 && (
          <Figure
            value={`${t.number((100 * figures.keptTargets) / figures.targets, 0)} %`}
            unit={t.figures.ofFirst(t.number(figures.targets, 0))}
            label={t.figures.withinLimit}
          />
        )}
        <Figure value={t.number(figures.unheard, 0)} label={t.figures.unheard} />
      </dl>
      <p class="hint">
        {t.figures.period(figures.period)}. {t.figures.middle}{' '}
        {figures.secret === undefined
          ? t.figures.withoutSecret
          : t.figures.secret(t.number(figures.secret, 0))}{' '}
        {figures.imported > 0 && t.figures.imported(t.number(figures.imported, 0))}
      </p>
    </>
  )
}
