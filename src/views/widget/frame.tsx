import type { Agency, Settings } from '../../domain/city/city.ts'
import { build, buildReportTo } from '../../paths.ts'
import type { PublicRow } from '../../sights/public-rows.ts'
import type { Words } from '../../words/words.ts'
import { Field } from '../components/fields.tsx'
import { Button, ButtonLink, NEW_TAB } from '../components/parts.tsx'
import { FrameLayout } from '../layouts/frame.tsx'
import { type Figures, FigureTiles, LeadTiles } from '../public/figures.tsx'
import { ReportRows } from '../public/report-rows.tsx'

/** Its number box is a plain GET form to a new tab: a key is never asked for inside a frame. */
export function WidgetFrame(props: {
  t: Words
  settings: Settings
  origin: string
  agency: Agency
  figures: Figures
  /** The newest that the agency has in hand. */
  rows: PublicRow[]
}) {
  const { t } = props
  const { settings, origin, agency, figures, rows } = props
  return (
    <FrameLayout t={t} site={settings} title={t.widget.title(agency.shortName)} origin={origin}>
      <p class="lead">{agency.name}</p>
      <LeadTiles t={t} figures={figures} />
      <FigureTiles t={t} figures={figures} />
      <form method="get" action={origin + build('track')} {...NEW_TAB}>
        <Field t={t} name="nomor" label={t.widget.trackLabel} hint={t.track.numberHint} />
        <Button line>{t.widget.track}</Button>
      </form>
      <p>
        <ButtonLink href={origin + buildReportTo(agency.slug, 'widget')} newTab>
          {t.widget.report}
        </ButtonLink>
      </p>
      {rows.length > 0 && (
        <>
          <h2>{t.widget.inHand}</h2>
          <ReportRows t={t} rows={rows} level="h3" newTab />
        </>
      )}
      <p>
        <a href={origin + build('agency', { slug: agency.slug })} {...NEW_TAB}>
          {t.widget.all}
        </a>
      </p>
    </FrameLayout>
  )
}
