import type { HandOver, OpenWork } from '../../domain/people/hand-over.ts'
import type { FieldError } from '../../forms/field-error.ts'
import type { Posted } from '../../forms/read.ts'
import { unlisted } from '../../forms/unlisted.ts'
import type { AppContext } from '../../http.ts'
import { unassignLeft } from '../../jobs/unassign-left.ts'
import { jobWorld } from '../../jobs/world.ts'
import { type HandOverForm, handOverField } from '../../views/office/hand-over.tsx'

/** What a form says of the work in each agency: nothing chosen is back to the liaisons. */
export function handedOver(
  c: AppContext,
  posted: Posted,
  form: HandOverForm,
  work: readonly OpenWork[],
): { given: HandOver['given']; errors: FieldError[] } {
  const lists = work.map(({ agencyId, colleagues }) => [
    handOverField(form, agencyId),
    colleagues.map(({ id }) => id),
  ])
  const errors = unlisted(posted, Object.fromEntries(lists), c.var.t.people.colleagueGone)
  const given = work.flatMap(({ agencyId }) => {
    const toId = (posted.typed[handOverField(form, agencyId)] ?? '').trim()
    return toId === '' ? [] : [{ agencyId, toId }]
  })
  return { given, errors }
}

/** Fifty cases behind the answer; the five-minute job hands over what is left. */
export function handOverNow(c: AppContext): void {
  const { env, var: around } = c
  const work = async () => unassignLeft(await jobWorld(env, around.now, { steps: 1 }))
  c.executionCtx.waitUntil(work())
}
