import type { Agency, Settings } from '../../domain/city/city.ts'
import { build, buildReportTo } from '../../paths.ts'
import { track } from '../../words/id/receipt.ts'
import { widget as words } from '../../words/id/widget.ts'
import { Field } from '../components/fields.tsx'
import { Button, ButtonLink, NEW_TAB } from '../components/parts.tsx'
import { FrameLayout } from '../layouts/frame.tsx'
import { type Figures, FigureTiles } from '../public/figures.tsx'
import { type ReportRow, ReportRows } from '../public/report-rows.tsx'

/**
 * The frame on an agency's website. Its number box is a plain GET form to our own page in a new
 * tab: a key is never asked for inside a frame.
 */
export function WidgetFrame(props: {
  settings: Settings
  origin: string
  agency: Agency
  figures: Figures
  /** The newest that the agency has in hand. */
  rows: ReportRow[]
}) {
  const { settings, origin, agency, figures, rows } = props
  return (
    <FrameLayout site={settings} title={words.title(agency.shortName)} origin={origin}>
      <p class="lead">{agency.name}</p>
      <FigureTiles figures={figures} />
      <form method="get" action={origin + build('track')} {...NEW_TAB}>
        <Field name="nomor" label={words.trackLabel} hint={track.numberHint} />
        <Button line>{words.track}</Button>
      </form>
      <p>
        <ButtonLink href={origin + buildReportTo(agency.slug, 'widget')} newTab>
          {words.report}
        </ButtonLink>
      </p>
      {rows.length > 0 && (
        <>
          <h2>{words.inHand}</h2>
          <ReportRows rows={rows} level="h3" newTab />
        </>
      )}
      <p>
        <a href={origin + build('agency', { slug: agency.slug })} {...NEW_TAB}>
          {words.all}
        </a>
      </p>
    </FrameLayout>
  )
}
