import { build } from '../../paths.ts'
import { track } from '../../words/id/receipt.ts'
import { ErrorSummary } from '../components/parts.tsx'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'
import { TrackForm } from './track-fields.tsx'

export interface TrackPageProps {
  site: Site
  action: string
  /** Number and key did not open anything: which of the two is at fault is not said. */
  failed?: boolean
  /** From /b/:nomor, or as typed before. */
  reference?: string
  script?: string
}

/** Asks for number and key; also the page of /b/:nomor where no script reads the fragment. */
export function TrackPage(props: TrackPageProps) {
  const errors = props.failed ? [{ field: 'nomor', text: track.notFound }] : []
  return (
    <PublicLayout
      site={props.site}
      title={track.title}
      style="form"
      current="track"
      noindex={props.reference !== undefined}
      failed={props.failed}
      script={props.script}
    >
      <h1>{track.title}</h1>
      <p class="lead">{track.lead}</p>
      <ErrorSummary errors={errors} />
      <TrackForm action={props.action} errors={errors} reference={props.reference} />
      <h2>{track.lost}</h2>
      <p>
        {track.lostHint} <a href={build('manager')}>{props.site.manager.phone}</a>
      </p>
    </PublicLayout>
  )
}
