import type { PropsWithChildren } from 'hono/jsx'
import { build, logoOf } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import type { Site } from '../site.ts'
import { Document } from './document.tsx'
import { Mark } from './mark.tsx'

/** The page inside an OPD website's iframe: links leave the frame, no cookie, no script. */
export function FrameLayout(
  props: PropsWithChildren<{ site: Site; title: string; origin: string }> & { t: Words },
) {
  const { t } = props
  return (
    <Document t={t} title={props.title} style="frame" noindex>
      <body>
        <main class="frame">
          <Mark
            t={t}
            href={props.origin + build('home')}
            logo={logoOf(props.site)}
            below={props.site.cityName}
            newTab
          />
          <h1>{props.title}</h1>
          {props.children}
        </main>
      </body>
    </Document>
  )
}
