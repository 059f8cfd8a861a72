import type { Material } from '../../auth/passkey/ceremony.ts'
import { SHORTEST_PASSWORD } from '../../auth/password-rules.ts'
import { type Factor, factorsOf } from '../../db/factors.ts'
import { isLocked } from '../../db/passkeys.ts'
import { sessionsOf } from '../../db/staff-sessions.ts'
import type { Back } from '../../forms/answers.ts'
import type { AppContext } from '../../http.ts'
import { staffFormToken } from '../../middleware/same-origin.ts'
import { patterns } from '../../paths.ts'
import { DeskSolo } from '../../views/layouts/desk.tsx'
import { AccountPage } from '../../views/office/account.tsx'
import type { Words } from '../../words/words.ts'
import { frameOf } from '../desk/desk-page.tsx'
import { ownText } from '../own-text.ts'

export function mine({ var: { staff, account } }: AppContext) {
  return { name: staff.name, email: account?.email ?? '' }
}

export function told(c: AppContext, news: string) {
  return c.redirect(`${patterns.account}?kabar=${news}`, 303)
}

function secondOf({ var: { t } }: AppContext, all: Factor[]) {
  const factors = all.filter(({ kind }) => kind !== 'codes')
  const codes = all.find(({ kind }) => kind === 'codes')
  return {
    factors: factors.map((one) => ({
      ...{ id: one.id, name: one.name ?? t.account.app, since: one.createdAt, used: one.usedAt },
      ...{ isKey: one.kind === 'passkey', note: noteOn(t, one) },
    })),
    hasApp: factors.some(({ kind }) => kind === 'totp'),
    codesLeft: codes ? (JSON.parse(codes.material) as string[]).length : 0,
  }
}

function noteOn(t: Words, { kind, material, counter }: Factor): string | null {
  if (kind !== 'passkey') return null
  if (isLocked({ counter })) return t.account.keyLocked
  const { verified } = JSON.parse(material) as Material
  return verified ? null : t.account.keySecondOnly
}

export async function accountPage(c: AppContext, { errors }: Back) {
  const { t, db, now, staff, sessionId } = c.var
  const [sessions, factors] = await db.batch([
    sessionsOf(db, staff.id, now),
    factorsOf(db, staff.id),
  ])
  return (
    <DeskSolo t={t} title={t.account.title} {...(await frameOf(c))} failed={errors.length > 0}>
      <AccountPage
        t={t}
        token={await staffFormToken(c)}
        {...mine(c)}
        least={SHORTEST_PASSWORD}
        sessions={sessions.map(({ id, createdAt, usedAt }) => ({
          ...{ id, began: createdAt.getTime(), used: usedAt.getTime() },
          mine: id === sessionId,
        }))}
        {...secondOf(c, factors)}
        errors={errors}
        said={ownText(t.account.done, c.req.query('kabar')) ?? null}
      />
    </DeskSolo>
  )
}
