import type { EventRow } from '../../../db/dossier.ts'
import { DAY, type Instant } from '../../../domain/time/time.ts'
import { oneText, type Step } from './step.ts'

export const vouchKey: Step = {
  name: 'vouch_key',
  path: 'caseKey',
  fields: { alasan: 'text' },
  form: ({ t, dossier, ctx }) =>
    isRenewed(dossier.events, ctx.now) ? oneText('alasan', t.deskForms.vouchKey) : null,
  meant: ({ var: { dossier, now } }, posted) => {
    const renewed = isRenewed(dossier.events, now)
    return { command: { name: 'vouch_key', text: posted.text('alasan'), renewed } }
  },
}

function isRenewed(events: readonly EventRow[], now: Instant): boolean {
  return events.some(({ type, at }) => type === 'renew_key' && at > now - DAY)
}
