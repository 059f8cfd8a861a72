import type { PropsWithChildren } from 'hono/jsx'
import { build } from '../../paths.ts'
import { layout } from '../../words/id/layout.ts'
import type { Site } from '../site.ts'
import { Document, type DocumentProps } from './document.tsx'
import { Mark } from './mark.tsx'

interface Props extends DocumentProps {
  site: Site
  /** Which of the two menu entries this page is. */
  current?: 'track' | 'reports'
}

/** Every page a citizen sees. */
export function PublicLayout({ site, current, children, ...head }: PropsWithChildren<Props>) {
  return (
    <Document {...head}>
      <body>
        <a class="skip" href="#isi-halaman">
          {layout.skip}
        </a>
        <header class="top">
          <div class="wrap">
            <Mark href={build('home')} below={site.cityName} />
            <nav aria-label={layout.menu}>
              <a href={build('track')} aria-current={current === 'track' ? 'page' : undefined}>
                {layout.track}
              </a>
              <a href={build('reports')} aria-current={current === 'reports' ? 'page' : undefined}>
                {layout.reports}
              </a>
            </nav>
          </div>
        </header>
        <main class="wrap" id="isi-halaman" tabindex={-1}>
          {children}
        </main>
        <Footer site={site} />
      </body>
    </Document>
  )
}

function Footer({ site: { manager } }: { site: Site }) {
  return (
    <footer>
      <div class="wrap">
        <p>
          {layout.managedBy(manager.name)} {manager.phone}
        </p>
        <nav aria-label={layout.footerMenu}>
          <a href={build('manager')}>{layout.manager}</a>
          <a href={build('privacy')}>{layout.privacy}</a>
          <a href={build('otherWays')}>{layout.otherWays}</a>
          <a href={build('unsatisfied')}>{layout.dissatisfied}</a>
        </nav>
      </div>
    </footer>
  )
}
