import { Hono } from 'hono'
import { caseByReference } from '../../db/cases.ts'
import { runMerge, runSplit } from '../../db/clusters.ts'
import { templateText } from '../../db/desk.ts'
import { officersOf } from '../../db/staff-names.ts'
import { isRefusal, type Refusal } from '../../domain/case/command.ts'
import { approvalOf, screeningOf } from '../../domain/case/drafts.ts'
import { saidOnBehalf } from '../../domain/case/on-behalf.ts'
import { mayRead } from '../../domain/case/parties.ts'
import { parseReference } from '../../domain/text/reference.ts'
import { readForm } from '../../forms/read.ts'
import { type AppEnv, surroundings } from '../../http.ts'
import { patterns } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { answer, give, isCurrent, type Meant, overtaken, refused } from './give.tsx'
import { readable } from './readable.ts'

export const handing = new Hono<AppEnv>()

/** Only somebody of the lead agency can be given the case. */
handing.post(
  patterns.caseAssign,
  readable,
  give({
    form: 'assign',
    meant: async (c, read) => {
      const officerId = read.line('petugas')
      const agency = c.var.dossier.complaint.leadAgencyId ?? 0
      const officers = await officersOf(c.var.db, agency, c.var.now)
      return { command: { name: 'assign', officerId, among: officers.map(({ id }) => id) } }
    },
  }),
)

/** The verifier's own words, or those of a template. */
handing.post(
  patterns.caseReferral,
  readable,
  give({
    form: 'refer',
    meant: async (c, read) => {
      const name = read.line('templat')
      const own = read.text('teks')
      if (own || !name) return { command: { name: 'refer', text: own } }
      const agencyId = c.var.dossier.complaint.leadAgencyId
      const text = await templateText(c.var.db, { kind: 'referral', name, agencyId })
      return { command: { name: 'refer', text: text ?? '' } }
    },
  }),
)

/** The verifier's screened copy of one waiting message. */
handing.post(
  patterns.caseScreening,
  readable,
  give({
    form: (read) => `screen-${read.id('pesan') ?? 0}`,
    meant: (c, read) => {
      const text = read.text('teks')
      const meant = screeningOf(c.var.dossier.messages, read.id('pesan') ?? 0, text)
      return isRefusal(meant)
        ? toErrors(c.var.t, meant)
        : { command: meant, extra: { screened: text } }
    },
  }),
)

/** The head lets a draft go out as it is. */
handing.post(
  patterns.caseApproval,
  readable,
  give({
    form: (read) => `approve-${read.id('pesan') ?? 0}`,
    meant: (c, read): Meant => {
      const meant = approvalOf(c.var.dossier, read.id('pesan') ?? 0)
      return isRefusal(meant) ? toErrors(c.var.t, meant) : { command: meant }
    },
  }),
)

handing.post(patterns.caseMerge, readable, async (c) => {
  const read = await readForm(c)
  if (!isCurrent(c, read)) return overtaken(c, read, 'merge')
  const root = parseReference(read.line('induk'), c.var.city.settings.prefix)
  const induk = root.ok ? await caseByReference(c.var.db, root.reference) : null
  // a root that may not be read answers like one that is not there
  if (!root.ok || !induk || !mayRead(c.var.staff, induk.complaint, c.var.now))
    return refused(c, read, 'merge', [{ field: 'induk', text: c.var.t.refusals.not_a_root }])
  const result = await runMerge(surroundings(c, c.var.staff), c.var.dossier, root.reference)
  return answer(c, read, 'merge', 'merge', result)
})

handing.post(patterns.caseSplit, readable, async (c) => {
  const read = await readForm(c)
  if (!isCurrent(c, read)) return overtaken(c, read, 'split')
  const result = await runSplit(surroundings(c, c.var.staff), c.var.dossier)
  return answer(c, read, 'split', 'split', result)
})

/** What a reporter without a key said, written down by whoever filed for them. */
handing.post(
  patterns.caseOnBehalf,
  readable,
  give({
    form: (read) => `behalf-${read.line('langkah')}`,
    meant: (c, read) => {
      const said = { text: read.text('teks'), score: Number(read.line('nilai')) }
      const meant = saidOnBehalf(read.line('langkah'), said, c.var.dossier, c.var.staff)
      return isRefusal(meant) ? toErrors(c.var.t, meant) : { command: meant }
    },
  }),
)

function toErrors(t: Words, { refused }: Refusal): Meant {
  return { errors: [{ field: null, text: t.refusals[refused] }] }
}
