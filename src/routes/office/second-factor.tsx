import { Hono } from 'hono'
import { addFactor, factorsOf, removeFactor, renewCodes, totpId } from '../../db/factors.ts'
import { mustSetUp, needsSecond, secondBy } from '../../domain/people/second-step.ts'
import { toBase64url } from '../../domain/text/bytes.ts'
import { type Back, FRESH, refused } from '../../forms/answers.ts'
import { readForm } from '../../forms/read.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { staffFormToken } from '../../middleware/same-origin.ts'
import { patterns } from '../../paths.ts'
import { randomBytes } from '../../random.ts'
import { stepOfCode, totpSecret, totpUri } from '../../seal/totp.ts'
import { DeskSolo } from '../../views/layouts/desk.tsx'
import { AppSetup } from '../../views/office/app-setup.tsx'
import { frameOf } from '../desk/desk-page.tsx'
import { accountPage, mine, told } from './account-page.tsx'
import { freshCodes, shownOnce } from './fresh-codes.tsx'
import { rightsAround, toldRights } from './staff-rights.ts'

/** What the second step of sign-in is shown with, set up and taken off by its owner. */
export const secondFactorPages = new Hono<AppEnv>()

secondFactorPages.get(patterns.accountApp, async (c) => c.render(await setup(c, FRESH)))

secondFactorPages.post(patterns.accountApp, async (c) => {
  const { now, staff, sessionId, t } = c.var
  const posted = await readForm(c)
  const round = roundIn(posted.line('putaran'))
  const made = { userId: staff.id, round }
  const code = posted.line('angka').replace(/\D/g, '')
  const step = await stepOfCode(c.env.SERVER_SECRET, made, code, now)
  if (step === null) {
    const errors = [{ field: 'angka', text: t.account.appWrong }]
    return refused(c, { typed: { putaran: round }, errors }, setup)
  }
  const { codes, digests } = await freshCodes(staff.id)
  const factor = { id: totpId(staff.id), kind: 'totp', name: t.account.app } as const
  const added = { ...factor, material: round, counter: step, codes: digests }
  const before = await factorsOf(c.var.db, staff.id)
  const queued = await addFactor(rightsAround(c), { userId: staff.id, sessionId }, added)
  if (queued) toldRights(c, queued, 'second_added', staff.id)
  const isFirst = queued && !before.some(({ kind }) => kind === 'codes')
  return isFirst ? shownOnce(c, codes) : told(c, 'aplikasi')
})

secondFactorPages.post(patterns.accountFactorEnd, async (c) => {
  const { db, staff, now, t } = c.var
  const { line } = await readForm(c)
  const factors = await factorsOf(db, staff.id)
  const one = factors.find(({ id, kind }) => id === line('faktor') && kind !== 'codes')
  if (!one) return told(c, 'dilepas')
  const queued = await removeFactor(rightsAround(c), staff.id, one, needsSecond(staff, now))
  if (!queued)
    return refused(
      c,
      { typed: {}, errors: [{ field: null, text: t.account.keepOne }] },
      accountPage,
    )
  toldRights(c, queued, 'second_removed', staff.id)
  return told(c, 'dilepas')
})

secondFactorPages.post(patterns.accountCodes, async (c) => {
  const { staff } = c.var
  const { codes, digests } = await freshCodes(staff.id)
  const queued = await renewCodes(rightsAround(c), staff.id, digests)
  if (!queued) return told(c, 'dilepas')
  toldRights(c, queued, 'codes_made', staff.id)
  return shownOnce(c, codes)
})

/** Made by a page of ours; it opens nothing without the server's secret. */
function roundIn(text: string): string {
  return /^[\w-]{16,40}$/.test(text) ? text : toBase64url(randomBytes(16))
}

async function setup(c: AppContext, { typed, errors }: Back) {
  const { t, staff, city, account, now } = c.var
  const round = roundIn(typed.putaran ?? '')
  const secret = await totpSecret(c.env.SERVER_SECRET, staff.id, round)
  const issuer = `${t.layout.product} ${city.settings.cityName}`
  return (
    <DeskSolo t={t} title={t.account.appTitle} {...(await frameOf(c))} failed={errors.length > 0}>
      <AppSetup
        t={t}
        token={await staffFormToken(c)}
        round={round}
        by={account ? secondBy(account, now) : null}
        over={account !== undefined && mustSetUp(account, now)}
        uri={totpUri(secret, issuer, mine(c).email)}
        errors={errors}
      />
    </DeskSolo>
  )
}
