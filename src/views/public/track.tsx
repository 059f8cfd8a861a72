import { track } from '../../copy/id/receipt.ts'
import { build } from '../../paths.ts'
import { ErrorSummary, type FieldError } from '../components/parts.tsx'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'
import { TrackForm } from './track-fields.tsx'

export interface TrackPageProps {
  site: Site
  action: string
  errors: FieldError[]
  /** From /b/:nomor, or as typed before. */
  reference?: string
  script?: string
}

/** Asks for number and key; also the page of /b/:nomor where no script reads the fragment. */
export const TrackPage = (props: TrackPageProps) => (
  <PublicLayout
    site={props.site}
    title={track.title}
    style="form"
    current="track"
    noindex={props.reference !== undefined}
    failed={props.errors.length > 0}
    script={props.script}
  >
    <h1>{track.title}</h1>
    <p class="lead">{track.lead}</p>
    <ErrorSummary errors={props.errors} />
    <TrackForm action={props.action} errors={props.errors} reference={props.reference} />
    <h2>{track.lost}</h2>
    <p>
      {track.lostHint} <a href={build('manager')}>{props.site.manager.phone}</a>
    </p>
  </PublicLayout>
)
