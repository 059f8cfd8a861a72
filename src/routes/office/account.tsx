import { Hono } from 'hono'
import { hashPassword } from '../../auth/passwords.ts'
import { setOwnPassword } from '../../db/own-password.ts'
import { endSessionOf } from '../../db/staff-sessions.ts'
import { FRESH, refused } from '../../forms/answers.ts'
import { readFields } from '../../forms/read.ts'
import type { AppEnv } from '../../http.ts'
import { patterns } from '../../paths.ts'
import { accountPage, mine, told } from './account-page.tsx'
import { newPassword } from './new-password.ts'
import { rightsAround, toldRights } from './staff-rights.ts'

export const accountPages = new Hono<AppEnv>()

accountPages.get(patterns.account, async (c) => c.render(await accountPage(c, FRESH)))

accountPages.post(patterns.accountPassword, async (c) => {
  const { staff, sessionId, t } = c.var
  const read = await readFields(c, newPassword(t, mine(c)))
  if (!read.ok) return refused(c, { typed: {}, errors: read.errors }, accountPage)
  const hash = await hashPassword(read.fields.sandi)
  const queued = await setOwnPassword(rightsAround(c), { userId: staff.id, hash, sessionId })
  if (queued) toldRights(c, queued, 'password_changed', staff.id)
  return told(c, 'sandi')
})

accountPages.post(patterns.accountSession, async (c) => {
  await endSessionOf(c.var.db, c.var.staff.id, c.req.param('id'))
  return told(c, 'keluar')
})
