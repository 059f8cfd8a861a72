import { build } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { ErrorSummary, Notice } from '../components/parts.tsx'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'
import { TrackForm } from './track-fields.tsx'

export interface TrackPageProps {
  site: Site
  action: string
  /** Number and key did not open anything: which of the two is at fault is not said; 'key': none came. */
  failed?: 'number' | 'key'
  /** A restore brought reports back up to this moment; what was sent later may be lost. */
  restoredUntil?: string
  /** From /b/:nomor, or as typed before. */
  reference?: string
  script?: string
  /** The key was right, and its session did not come back. */
  cookieless?: boolean
  /** What was done just before that. */
  said?: string
  /** *Keluar* leads here: the browser forgets the page that it came from, too. */
  left?: boolean
}

function errorsOf({ t, failed }: TrackPageProps & { t: Words }) {
  if (failed === 'key') return [{ field: 'kode', text: t.track.needsKey }]
  return failed ? [{ field: 'nomor', text: t.track.notFound }] : []
}

/** Asks for number and key; also the page of /b/:nomor where no script reads the fragment. */
export function TrackPage(props: TrackPageProps & { t: Words }) {
  const { t } = props
  const errors = errorsOf(props)
  return (
    <PublicLayout
      t={t}
      site={props.site}
      title={t.track.title}
      style="form"
      current="track"
      noindex={props.reference !== undefined}
      failed={props.failed !== undefined}
      script={props.script}
    >
      <h1>{t.track.title}</h1>
      <p class="lead">{t.track.lead}</p>
      {props.said && (
        <Notice tone="done">
          <p role="status">{props.said}</p>
        </Notice>
      )}
      {props.cookieless && !props.failed && (
        <Notice tone="wait">
          <p>
            <b>{t.track.cookieless}</b> {t.track.cookielessHint}
          </p>
        </Notice>
      )}
      <ErrorSummary t={t} errors={errors} />
      {props.restoredUntil && (
        <Notice tone="wait">
          <p>
            {t.track.restored(props.restoredUntil)}{' '}
            <a href={build('verifyReceipt')}>{t.track.restoredCheck}</a>
          </p>
        </Notice>
      )}
      <TrackForm
        t={t}
        prefix={props.site.prefix}
        action={props.action}
        errors={errors}
        reference={props.reference}
        cookieless={props.cookieless}
      />
      {props.left && <img src={build('forget')} alt="" width="1" height="1" />}
      <h2>{t.track.only}</h2>
      <p>{t.track.onlyHint}</p>
      <h2>{t.track.lost}</h2>
      <p>
        {t.track.lostHint} <a href={build('manager')}>{props.site.manager.phone}</a>
      </p>
    </PublicLayout>
  )
}
