import { Hono } from 'hono'
import { dossierByReference } from '../../db/dossier.ts'
import { revealRows } from '../../db/ledger/rows.ts'
import { runCommand } from '../../db/run-command.ts'
import { sealedIdentity } from '../../db/sealed-identity.ts'
import { readForm } from '../../forms/read.ts'
import { type AppContext, type AppEnv, surroundings } from '../../http.ts'
import { enqueue } from '../../letters/enqueue.ts'
import { patterns } from '../../paths.ts'
import { parseIdentityKeys } from '../../seal/identity-keys.ts'
import { openIdentity } from '../../seal/identity-seal.ts'
import { Identity } from '../../views/desk/identity.tsx'
import { casePage } from './case.tsx'
import { answer, isCurrent, overtaken } from './give.tsx'
import { readable } from './readable.ts'

export const revealing = new Hono<AppEnv>()

/**
 * Opens the seal once: reason, event and log entry stand before a name is shown. The answer is
 * the page itself, never stored; there is no address under which it could be seen again.
 */
revealing.post(patterns.caseReveal, readable, async (c) => {
  const read = await readForm(c)
  if (!isCurrent(c, read)) return overtaken(c, read, 'reveal')
  const { dossier, staff, now } = c.var
  const command = { name: 'reveal' as const, reason: read.text('alasan') }
  const { id } = dossier.complaint
  const result = await runCommand(surroundings(c, staff), dossier, command, {
    rows: (db, seq) => revealRows(db, { complaintId: id, seq, staffId: staff.id, at: now }),
  })
  if (!result.ok) return answer(c, read, 'reveal', 'reveal', result)
  c.executionCtx.waitUntil(enqueue(c.env, result.queued))
  const opened = await opening(c, id)
  c.set('dossier', (await dossierByReference(c.var.db, dossier.complaint.reference)) ?? dossier)
  c.header('Cache-Control', 'no-store')
  return c.render(
    await casePage(c, { above: <Identity t={c.var.t} of={opened} />, from: read.line('dari') }),
  )
})

async function opening(c: AppContext, complaintId: number) {
  const sealed = await sealedIdentity(c.var.db, complaintId)
  return sealed && openIdentity(parseIdentityKeys(c.env.IDENTITY_KEYS), complaintId, sealed)
}
