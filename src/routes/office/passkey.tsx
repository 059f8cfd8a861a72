import { Hono } from 'hono'
import { handleOf } from '../../auth/passkey/ceremony.ts'
import { toMake } from '../../auth/passkey/options.ts'
import { addFactor, factorsOf } from '../../db/factors.ts'
import { burn } from '../../db/passkeys.ts'
import { type Back, FRESH, refused } from '../../forms/answers.ts'
import { PASSKEY } from '../../forms/kept.ts'
import { readForm } from '../../forms/read.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { burntBy, challengeFor, madeKey } from '../../middleware/passkey.ts'
import { staffFormToken } from '../../middleware/same-origin.ts'
import { isProved } from '../../middleware/staff.ts'
import { patterns } from '../../paths.ts'
import { DeskSolo } from '../../views/layouts/desk.tsx'
import { KEY_SCRIPT } from '../../views/office/key-button.tsx'
import { PasskeySetup } from '../../views/office/passkey-setup.tsx'
import { frameOf } from '../desk/desk-page.tsx'
import { mine, told } from './account-page.tsx'
import { freshCodes, shownOnce } from './fresh-codes.tsx'
import { rightsAround, toldRights } from './staff-rights.ts'

const LONGEST_NAME = 40
/** Of one person; each is asked about where they sign in. */
const MOST = 10

/** Passkeys beside the authenticator app; they are taken off as it is. */
export const passkeyPages = new Hono<AppEnv>()

passkeyPages.get(patterns.accountKey, async (c) =>
  c.render(await setup(c, { ...FRESH, typed: { nama: c.req.query('nama') ?? '' } })),
)

passkeyPages.post(patterns.accountKey, async (c) => {
  const { db, staff, sessionId, t } = c.var
  const { typed, line } = await readForm(c)
  const posted = typed[PASSKEY] ?? ''
  // who is there was all that was asked: now the page asks the browser
  if (posted === '')
    return c.redirect(`${patterns.accountKey}?${new URLSearchParams({ nama: line('nama') })}`, 303)
  const no = (text: string) => refused(c, { typed, errors: [{ field: null, text }] }, setup)
  const made = await madeKey(c, sessionId, posted)
  if (!made) return no(t.account.keyWrong)
  const before = await factorsOf(db, staff.id)
  if (before.filter(({ kind }) => kind === 'passkey').length >= MOST)
    return no(t.account.keyMany(MOST))
  const { codes, digests } = await freshCodes(staff.id)
  const name = line('nama').slice(0, LONGEST_NAME).trim() || t.account.key
  const { id, counter, material } = made
  const row = { id, kind: 'passkey', name, counter, material: JSON.stringify(material) } as const
  const around = rightsAround(c)
  const fresh = await burn(around, await burntBy(c, made.challenge))
  const whose = { userId: staff.id, sessionId }
  const queued = fresh ? await addFactor(around, whose, { ...row, codes: digests }) : null
  if (!queued) return (await isMine(c, id)) ? told(c, 'kunci') : no(t.account.keyWrong)
  toldRights(c, queued, 'second_added', staff.id)
  return before.some(({ kind }) => kind === 'codes') ? told(c, 'kunci') : shownOnce(c, codes)
})

/** Sent twice, it is there. */
async function isMine({ var: { db, staff } }: AppContext, id: string): Promise<boolean> {
  return (await factorsOf(db, staff.id)).some((one) => one.id === id)
}

async function setup(c: AppContext, { typed, errors }: Back) {
  const { t, now, account } = c.var
  return (
    <DeskSolo
      t={t}
      title={t.account.keyTitle}
      {...(await frameOf(c))}
      script={KEY_SCRIPT}
      failed={errors.length > 0}
    >
      <PasskeySetup
        t={t}
        token={await staffFormToken(c)}
        ask={account && isProved(account, now) ? await asked(c) : null}
        name={typed.nama ?? ''}
        errors={errors}
      />
    </DeskSolo>
  )
}

async function asked(c: AppContext) {
  const { t, db, city, staff, sessionId } = c.var
  const factors = await factorsOf(db, staff.id)
  const known = factors.filter(({ kind }) => kind === 'passkey').map(({ id }) => id)
  const challenge = await challengeFor(c, 'make', sessionId)
  const site = `${t.layout.product} ${city.settings.cityName}`
  const { name, email } = mine(c)
  const user = { id: await handleOf(staff.id), name: email, displayName: name }
  return toMake({ url: c.env.PUBLIC_URL, challenge, known }, site, user)
}
