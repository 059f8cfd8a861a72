import type { Child, PropsWithChildren } from 'hono/jsx'
import { build } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { HiddenToken } from '../components/fields.tsx'
import { deskSheet } from '../styles/desk-sheet.ts'
import { Document } from './document.tsx'
import { Mark } from './mark.tsx'

export interface DeskViewLink {
  href: string
  label: string
  /** '23', '100+' */
  count?: string
  /** The page itself, or one below it. */
  current?: boolean | 'within'
  /** Wants the eye: overdue with any in it. */
  hot?: boolean
}

export interface DeskNavGroup {
  title?: string
  links: DeskViewLink[]
}

interface Bar {
  title: string
  logo?: string | null
  me: { id: string; name: string; place: string }
  /** By when a second step of sign-in has to be set up. */
  secondBy?: number | null
  /** Where the search form goes (GET, field `q`) and what was sought. */
  search: { action: string; value?: string }
  signOut: { action: string; token: string }
  script?: string
  failed?: boolean
  /** Seconds after which the page looks anew, where something is at work. */
  again?: number
}

/** Of a page without a list: the rail stands beside it. */
export interface Frame extends Bar {
  views: DeskNavGroup[]
}

/** What the script is told of the page; each left out where there is nothing to tell. */
export interface Told {
  /** Path and version of what was just done, so that its words are no longer kept: '/…/X~7'. */
  done?: string
  /** The page's own address, where it answers a form. */
  here?: string
  /** The case without anything that was typed. */
  fresh?: string
}

function TopBar({
  t,
  logo,
  me,
  secondBy,
  search,
  signOut,
  folds,
}: Bar & { t: Words; folds?: boolean }) {
  return (
    <header class="bar1">
      <Mark t={t} href={build('desk')} logo={logo} />
      {folds && (
        <a class="btn line fold" href="#pandangan">
          {t.desk.menu}
        </a>
      )}
      <form method="get" action={search.action}>
        <input
          type="search"
          name="q"
          value={search.value}
          aria-label={t.layout.search}
          placeholder={t.layout.search}
          data-key="/"
        />
        <button class="link" type="submit">
          {t.layout.find}
        </button>
      </form>
      {secondBy && (
        <a class="ask" href={build('accountApp')}>
          <b>{t.account.secondDue(t.shortDate(t.dayOf(secondBy)))}</b>
        </a>
      )}
      <div class="me">
        {!secondBy && (
          <span>
            {me.name} · {me.place}
          </span>
        )}{' '}
        <a href={build('account')}>{t.account.title}</a>
        <form method="post" action={signOut.action} data-leaves>
          <HiddenToken name="sesi" value={signOut.token} />
          <button class="link" type="submit">
            {t.layout.signOut}
          </button>
        </form>
      </div>
    </header>
  )
}

const CURRENT: Record<string, 'page' | 'true'> = { true: 'page', within: 'true' }

/** `closed`: where it leads that folds it on a phone again. */
function Views({ t, groups, closed }: { t: Words; groups: DeskNavGroup[]; closed?: string }) {
  return (
    <nav class="views" id="pandangan" aria-label={t.layout.views}>
      {closed && (
        <a class="fold" href={closed}>
          {t.desk.closeMenu}
        </a>
      )}{' '}
      {groups.map((group) => (
        <>
          {group.title && <h2>{group.title}</h2>}
          {group.links.map((link) => (
            <>
              <a
                class={link.hot ? 'hot' : undefined}
                href={link.href}
                aria-current={CURRENT[String(link.current)]}
              >
                {link.label} {link.count && <span>{link.count}</span>}
              </a>{' '}
            </>
          ))}
        </>
      ))}
    </nav>
  )
}

const SCRIPT = '/js/desk.js'

/** Put beside the words of a form that were typed and not sent. */
function Draft({ t }: { t: Words }) {
  return (
    <template id="draf">
      <p class="draft hint" role="status">
        {t.desk.unsent}{' '}
        <button class="link" type="button" data-discard>
          {t.desk.discard}
        </button>
      </p>
    </template>
  )
}

/** Views, list and case side by side; `at` says which of the three a phone shows. */
export function DeskLayout(
  props: (Bar & {
    at: 'views' | 'list' | 'case'
    views: DeskNavGroup[]
    list: Child
    case: Child
    told?: Told
  }) & { t: Words },
) {
  const { t, told } = props
  return (
    <Document
      t={t}
      title={props.title}
      logo={props.logo}
      style={deskSheet}
      htmx
      noindex
      script={['/js/htmx.js', SCRIPT]}
      failed={props.failed}
    >
      <body
        class={`desk at-${props.at}`}
        data-lost={t.network.lost}
        data-me={props.me.id}
        data-done={told?.done}
        data-here={told?.here}
        data-fresh={told?.fresh}
      >
        <a class="skip" href={props.at === 'list' ? '#daftar' : '#berkas'}>
          {t.layout.skip}
        </a>
        <TopBar {...props} />
        <Views t={t} groups={props.views} />
        {/* both are the main thing of the page; a phone shows one of them */}
        <main class="both">
          <section class="list" aria-label={t.layout.list} id="daftar" tabindex={-1}>
            {props.list}
          </section>
          <section class="case" aria-label={t.layout.case} id="berkas" tabindex={-1}>
            {props.case}
          </section>
        </main>
        <Draft t={t} />
      </body>
    </Document>
  )
}

/** One column on the desk: settings, reports, sign-in. */
export function DeskSolo(
  props: PropsWithChildren<Frame & { sheet?: { css: string } }> & { t: Words },
) {
  const { t } = props
  return (
    <Document
      t={t}
      title={props.title}
      logo={props.logo}
      style={props.sheet ?? deskSheet}
      htmx
      noindex
      script={[SCRIPT, props.script ?? []].flat()}
      failed={props.failed}
      again={props.again}
    >
      <body class="solo" data-me={props.me.id}>
        <a class="skip" href="#berkas">
          {t.layout.skip}
        </a>
        <TopBar {...props} folds />
        <Views t={t} groups={props.views} closed="#berkas" />
        <main id="berkas" tabindex={-1}>
          {props.children}
        </main>
      </body>
    </Document>
  )
}
