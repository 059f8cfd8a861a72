import type { PropsWithChildren } from 'hono/jsx'
import { build, logoOf } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import type { Site } from '../site.ts'
import { Document, type DocumentProps } from './document.tsx'
import { Mark } from './mark.tsx'
import { OtherLanguages } from './other-languages.tsx'

interface Props extends DocumentProps {
  site: Site
  /** Which of the two menu entries this page is. */
  current?: 'track' | 'reports'
}

export function PublicLayout({
  t,
  site,
  current,
  children,
  ...head
}: PropsWithChildren<Props> & { t: Words }) {
  const logo = logoOf(site)
  return (
    <Document t={t} logo={logo} {...head}>
      <body>
        <a class="skip" href="#isi-halaman">
          {t.layout.skip}
        </a>
        <header class="top">
          <div class="wrap">
            <Mark t={t} href={build('home')} logo={logo} below={site.cityName} />
            <nav aria-label={t.layout.menu}>
              <a href={build('track')} aria-current={current === 'track' ? 'page' : undefined}>
                {t.layout.track}
              </a>{' '}
              <a href={build('reports')} aria-current={current === 'reports' ? 'page' : undefined}>
                {t.layout.reports}
              </a>
            </nav>
          </div>
        </header>
        <main class="wrap" id="isi-halaman" tabindex={-1}>
          {children}
        </main>
        <Footer t={t} site={site} />
      </body>
    </Document>
  )
}

function Footer({ t, site: { manager } }: { t: Words; site: Site }) {
  return (
    <footer>
      <div class="wrap">
        <p>
          {t.layout.managedBy(manager.name)} {manager.phone}
        </p>
        <nav aria-label={t.layout.footerMenu}>
          <a href={build('manager')}>{t.layout.manager}</a>{' '}
          <a href={build('privacy')}>{t.layout.privacy}</a>{' '}
          <a href={build('otherWays')}>{t.layout.otherWays}</a>{' '}
          <a href={build('unsatisfied')}>{t.layout.dissatisfied}</a>
          <OtherLanguages />
        </nav>
      </div>
    </footer>
  )
}
