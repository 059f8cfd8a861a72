import { Hono } from 'hono'
import type { AppEnv } from './http.ts'
import { bodyLimit } from './middleware/body-limit.ts'
import { unchanged } from './middleware/caching.ts'
import { forChanges } from './middleware/changes.ts'
import { compress } from './middleware/compress.ts'
import { context } from './middleware/context.ts'
import { notFound, onError, wrongMethod } from './middleware/errors.tsx'
import { headers } from './middleware/headers.ts'
import { language } from './middleware/language.ts'
import { lead } from './middleware/lead.ts'
import { limitAddress } from './middleware/limit-address.ts'
import { log } from './middleware/log.ts'
import { ownHost } from './middleware/own-host.ts'
import { purge } from './middleware/purge.ts'
import { readOnly } from './middleware/read-only.ts'
import { renderer } from './middleware/renderer.tsx'
import { sameOrigin } from './middleware/same-origin.ts'
import { health } from './routes/health.ts'
import { agencies } from './routes/public/agencies.tsx'
import { crawlers } from './routes/public/crawlers.ts'
import { filing } from './routes/public/filing.tsx'
import { home } from './routes/public/home.tsx'
import { leaving } from './routes/public/leaving.ts'
import { logo } from './routes/public/logo.ts'
import { myData } from './routes/public/my-data.tsx'
import { oneTime } from './routes/public/one-time.tsx'
import { pages } from './routes/public/pages.tsx'
import { publicReport } from './routes/public/public-report.tsx'
import { renewKeyPage } from './routes/public/renew-key.tsx'
import { reports } from './routes/public/reports.tsx'
import { status } from './routes/public/status.tsx'
import { statusCommands } from './routes/public/status-commands.tsx'
import { statusFiles } from './routes/public/status-files.tsx'
import { tracking } from './routes/public/tracking.tsx'
import { receiptCheck } from './routes/public/verify-receipt.tsx'
import { widget } from './routes/widget/widget.tsx'
import { citizenWords } from './words/citizen-words.ts'

/** What citizens, browsers and other sites ask for; all of it runs when the Worker starts. */
const citizens = [
  home,
  reports,
  publicReport,
  agencies,
  pages,
  crawlers,
  logo,
  receiptCheck,
  widget,
  filing,
  tracking,
  leaving,
  status,
  statusCommands,
  statusFiles,
  oneTime,
  myData,
  renewKeyPage,
]

/** What every request passes, in order, and then where it leads. */
export function createApp(
  features: readonly Hono<AppEnv>[] = citizens,
  wordsOf = citizenWords,
): Hono<AppEnv> {
  const app = new Hono<AppEnv>()

  // for every answer, outermost first
  app.use(
    log,
    language(wordsOf),
    compress,
    unchanged,
    headers,
    wrongMethod(app),
    lead,
    renderer,
    ownHost,
  )
  // for what changes something, before any of it is believed
  for (const step of [bodyLimit, limitAddress, sameOrigin]) app.use(forChanges(step))
  app.onError(onError)
  app.notFound(notFound)

  app.route('/', health)

  app.use(context, forChanges(readOnly), forChanges(purge))
  for (const routes of features) app.route('/', routes)
  return app
}
