import { Hono } from 'hono'
import { openSession } from '../../auth/reporter-session.ts'
import { MOST_RENEWALS, renewKey } from '../../db/renew-key.ts'
import { DAY } from '../../domain/time/time.ts'
import { type Back, FRESH, limited, refused } from '../../forms/answers.ts'
import { readForm, type Typed } from '../../forms/read.ts'
import { type AppContext, type AppEnv, surroundings } from '../../http.ts'
import { enqueue } from '../../letters/enqueue.ts'
import { reporterFormToken } from '../../middleware/same-origin.ts'
import { build, patterns } from '../../paths.ts'
import { randomBytes } from '../../random.ts'
import { deriveAccessKey } from '../../seal/access-key.ts'
import { isFresh, mintToken } from '../../seal/form-token.ts'
import { reporterOnly } from './reporter.ts'
import { siteOf } from './site.ts'

export const renewKeyPage = new Hono<AppEnv>()

renewKeyPage.get(patterns.statusKey, reporterOnly, async (c) => c.render(await page(c, FRESH)))

/** The new key was on the page before: whoever loses this answer holds it already. */
renewKeyPage.post(patterns.statusKey, reporterOnly, async (c) => {
  const { typed, has } = await readForm(c)
  const { dossier, t } = c.var
  const token = freshToken(c, typed)
  if (!token || !has('setuju')) return again(c, typed, t.renewKey.unsure)
  const { id, reference } = dossier.complaint
  const s = surroundings(c, { kind: 'reporter' })
  const result = await renewKey(s, c.env, id, token)
  if (result === 'often') {
    const error = { field: null, text: t.renewKey.often(MOST_RENEWALS) }
    return limited(c, { typed, errors: [error] }, DAY / 1000, page)
  }
  if (result !== 'before') {
    if (!result.ok) return again(c, typed, t.myData.saveFailed)
    c.executionCtx.waitUntil(enqueue(c.env, result.queued))
  }
  // whoever came with the key before is out; this browser goes on
  await openSession(c, reference)
  return c.redirect(`${build('status', { nomor: reference })}?kabar=renew_key`, 303)
})

function freshToken(c: AppContext, { kiriman = '' }: Typed): string | null {
  return isFresh(c.env.SERVER_SECRET, kiriman, c.var.now) ? kiriman : null
}

function again(c: AppContext, typed: Typed, text: string) {
  return refused(c, { typed, errors: [{ field: 'setuju', text }] }, page)
}

async function page(c: AppContext, { typed, errors }: Back) {
  const { t, city, dossier } = c.var
  const { id, reference } = dossier.complaint
  const token = freshToken(c, typed) ?? mintToken(c.env.SERVER_SECRET, randomBytes, c.var.now)
  const key = await deriveAccessKey(c.env.SERVER_SECRET, token, id)
  const link = `${c.env.PUBLIC_URL}${build('statusLink', { nomor: reference })}#${key}`
  c.header('Cache-Control', 'no-store')
  const { RenewKeyPage } = await import('../../views/public/renew-key.tsx')
  return (
    <RenewKeyPage
      t={t}
      site={siteOf(city)}
      reference={reference}
      accessKey={key}
      link={link}
      token={token}
      session={await reporterFormToken(c, reference)}
      errors={errors}
    />
  )
}
