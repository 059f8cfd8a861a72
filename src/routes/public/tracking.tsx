import { Hono } from 'hono'
import { hasSession, openSession } from '../../auth/reporter-session.ts'
import { caseByReference } from '../../db/cases.ts'
import { dossierByReference } from '../../db/dossier.ts'
import { parseReference, typedReference } from '../../domain/text/reference.ts'
import { parseAccessKey } from '../../domain/text/typed-key.ts'
import { DAY } from '../../domain/time/time.ts'
import { FRESH, refused } from '../../forms/answers.ts'
import { readForm, type Typed } from '../../forms/read.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { wrongKey } from '../../middleware/limits.ts'
import { refuse } from '../../middleware/refuse.ts'
import { build, patterns } from '../../paths.ts'
import { TrackPage, type TrackPageProps } from '../../views/public/track.tsx'
import { keyOpens } from './key-opens.ts'
import { hasLeft } from './leaving.ts'
import { plainStatus, wantsPlain } from './plain-status.ts'
import { publicAddress } from './public-address.ts'
import { siteOf } from './site.ts'
import { seen, statusPage } from './status.tsx'
import { toldCookieless, withMark } from './without-cookies.ts'

export const tracking = new Hono<AppEnv>()

tracking.get(patterns.track, (c) => c.render(page(c, c.req.query('nomor'), { left: hasLeft(c) })))

/** The link to keep: the key is in the fragment, which never leaves the phone. */
tracking.get(patterns.statusLink, async (c) => {
  const typed = c.req.param('nomor')
  const number = parseReference(typed, c.var.city.settings.prefix)
  if (!number.ok || !(await hasSession(c, number.reference)))
    return c.render(page(c, typed, toldCookieless(c)))
  // a fragment of our own: else the browser carries the key on, into its history
  return c.redirect(`${build('status', { nomor: number.reference })}#isi-halaman`, 303)
})

tracking.post(patterns.track, async (c) => {
  const { typed } = await readForm(c)
  const { nomor = '', kode = '' } = typed
  if (kode.trim() === '' && !wantsPlain(c)) return byNumberAlone(c, typed)
  const reference = await referenceFor(c, nomor, kode)
  if (!reference) {
    const number = typedReference(nomor, c.var.city.settings.prefix)
    // what is no number opens nothing, so only a number can be tried too often
    if (number.ok) await wrongKey(c, number.reference)
    if (wantsPlain(c)) refuse(422, c.var.t.track.notFound)
    const back = { failed: 'number', cookieless: typed.tanpa_cookie !== undefined } as const
    return refused(c, { typed, errors: [] }, () => page(c, nomor, back))
  }
  if (wantsPlain(c)) return inPlainText(c, reference)
  await openSession(c, reference)
  if (typed.tanpa_cookie !== undefined) return atOnce(c, reference)
  return c.redirect(withMark(c, build('status', { nomor: reference })), 303)
})

/** What everyone may read opens. A secret number, an unreleased and an unknown one answer alike. */
async function byNumberAlone(c: AppContext, typed: Typed): Promise<Response> {
  const { nomor = '' } = typed
  const number = typedReference(nomor, c.var.city.settings.prefix)
  const address = number.ok ? await publicAddress(c, number.reference) : null
  if (address !== null) return c.redirect(address, 303)
  const failed = number.ok ? 'key' : 'number'
  const back = { failed, cookieless: typed.tanpa_cookie !== undefined } as const
  return refused(c, FRESH, () => page(c, nomor, back))
}

/** The number, when the key opens it. A wrong key and an unknown number answer alike. */
async function referenceFor(c: AppContext, nomor: string, kode: string): Promise<string | null> {
  const number = typedReference(nomor, c.var.city.settings.prefix)
  if (!number.ok || !parseAccessKey(kode)) return null
  const found = await caseByReference(c.var.db, number.reference)
  return (await keyOpens(c.env, kode, found)) ? number.reference : null
}

/** For a program: the state in a few lines, and no cookie. */
async function inPlainText(c: AppContext, reference: string) {
  const dossier = await dossierByReference(c.var.db, reference)
  if (!dossier) return c.notFound()
  c.set('dossier', dossier)
  seen(c)
  return c.text(plainStatus(c))
}

/** For a browser that keeps no cookie: the report is the answer, and has no address to come back to. */
async function atOnce(c: AppContext, reference: string) {
  const dossier = await dossierByReference(c.var.db, reference)
  if (!dossier) return c.notFound()
  c.set('dossier', dossier)
  seen(c)
  return c.render(await statusPage(c, { ...FRESH, script: null }))
}

/** As long as somebody may still look for a report that a restore did not bring back. */
const RECALLED = 90 * DAY

function restoredUntil({ var: { city, now, t } }: AppContext): string | undefined {
  const { restored } = city.settings
  return restored && now - restored.at < RECALLED ? t.longMoment(restored.until) : undefined
}

type Told = Pick<TrackPageProps, 'failed' | 'cookieless' | 'said' | 'left'>

function page(c: AppContext, reference?: string, told: Told = {}) {
  const { t } = c.var
  return (
    <TrackPage
      t={t}
      site={siteOf(c.var.city)}
      action={patterns.track}
      {...told}
      restoredUntil={restoredUntil(c)}
      reference={reference}
      script="/js/keep.js"
    />
  )
}
