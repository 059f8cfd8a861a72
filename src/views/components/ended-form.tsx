import type { PropsWithChildren } from 'hono/jsx'
import type { Ended, Kept } from '../../forms/ended-session.ts'
import type { Words } from '../../words/words.ts'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'
import { HiddenToken } from './fields.tsx'
import { KeptWords } from './kept-words.tsx'
import { Button, ErrorSummary, Notice } from './parts.tsx'

const ACCEPT = '.jpg,.jpeg,.png,.webp,.pdf'

interface Props {
  site: Site
  title: string
  ended: Ended
}

/** What the session's end leaves, as a page or, for htmx, in the place of the case. */
export function EndedPage(props: PropsWithChildren<Props> & { t: Words }) {
  const { t, site, title, ended } = props
  const body = (
    <section id="berkas" class="case" tabindex={-1}>
      <h1>{title}</h1>
      {props.children}
    </section>
  )
  if (ended.part) return body
  return (
    <PublicLayout
      t={t}
      site={site}
      title={title}
      style="ended"
      noindex
      failed={ended.kept !== null}
    >
      {body}
    </PublicLayout>
  )
}

interface FormProps {
  action: string
  kept: Kept
  errors: Ended['errors']
  lead: string
  send: string
  /** Why it is not done yet, where the session has not ended. */
  why?: string
}

/** The form that came too late, to be sent again; `children` ask who is there. */
export function EndedForm(props: PropsWithChildren<FormProps> & { t: Words }) {
  const { t, action, kept } = props
  const enctype = kept.files === null ? undefined : 'multipart/form-data'
  return (
    <>
      <p class="lead">{props.why ?? t.ended.why}</p>
      <ErrorSummary t={t} errors={props.errors} />
      <form method="post" action={action} enctype={enctype}>
        {kept.values.map(([name, value]) => (
          <HiddenToken name={name} value={value} />
        ))}
        {kept.files !== null && <FilesAgain t={t} name={kept.files} />}
        <p>{props.lead}</p>
        {props.children}
        <p>
          <Button>{props.send}</Button>
        </p>
      </form>
      <KeptWords t={t} words={kept.words} />
    </>
  )
}

function FilesAgain({ t, name }: { t: Words; name: string }) {
  return (
    <>
      <Notice tone="wait">
        <p>{t.ended.files}</p>
      </Notice>
      <div class="field">
        <label for="berkas-lagi">{t.ended.filesAgain}</label>
        <input class="in" type="file" id="berkas-lagi" name={name} multiple accept={ACCEPT} />
      </div>
    </>
  )
}
