import type { PropsWithChildren } from 'hono/jsx'
import type { Ended } from '../../forms/ended-session.ts'
import type { Words } from '../../words/words.ts'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'

interface Props {
  site: Site
  title: string
  ended: Ended
  script?: string
}

/** What the session's end leaves, as a page or, for htmx, in the place of the case. */
export function EndedPage(props: PropsWithChildren<Props> & { t: Words }) {
  const { t, site, title, ended, script } = props
  const body = (
    <section id="berkas" class="case" tabindex={-1}>
      <h1>{title}</h1>
      {props.children}
      {ended.part && script && <script src={script} />}
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
      script={script}
      failed={ended.kept !== null}
    >
      {body}
    </PublicLayout>
  )
}
