import { revealRows } from '../../../db/ledger/rows.ts'
import { sealedIdentity } from '../../../db/sealed-identity.ts'
import { parseIdentityKeys } from '../../../seal/identity-keys.ts'
import { openIdentity } from '../../../seal/identity-seal.ts'
import { hasSomebody } from '../../../sights/wish.ts'
import { Identity } from '../../../views/desk/identity.tsx'
import { oneText, type Step } from './step.ts'

/**
 * Event and log entry stand before a name is shown. The answer is the page itself, never stored:
 * there is no address under which it could be seen again.
 */
export const reveal: Step = {
  name: 'reveal',
  path: 'caseReveal',
  fields: { alasan: 'reason' },
  title: (t) => t.deskForms.reveal.title,
  lacks: ({ dossier }) => (hasSomebody(dossier.reachable) ? null : 'nobody_there'),
  form: ({ t, dossier }) =>
    hasSomebody(dossier.reachable) ? oneText('alasan', t.deskForms.reveal) : null,
  meant: ({ var: { dossier, staff, now } }, posted) => {
    const opened = { complaintId: dossier.complaint.id, staffId: staff.id, at: now }
    return {
      command: { name: 'reveal', reason: posted.text('alasan') },
      extra: { rows: (seq) => revealRows({ ...opened, seq }) },
    }
  },
  shows: async ({ env, var: { db, dossier, t } }) => {
    const { id } = dossier.complaint
    const sealed = await sealedIdentity(db, id)
    const keys = parseIdentityKeys(env.IDENTITY_KEYS)
    return <Identity t={t} of={sealed && (await openIdentity(keys, id, sealed))} />
  },
}
