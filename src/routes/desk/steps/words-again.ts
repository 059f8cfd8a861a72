import { actNamed } from '../../../domain/acts/acts.ts'
import { actorId } from '../../../domain/people/actor.ts'
import { fieldOf } from '../../../forms/field-of.ts'
import type { AppContext } from '../../../http.ts'
import type { Back } from '../../../views/desk/case-form.tsx'
import { STEPS } from './all.ts'

/** After an undo (`?urung=`): the words that were written stand in their form again. */
export function wordsAgain(c: AppContext): Back | null {
  const seq = Number(c.req.query('urung'))
  const { events, messages } = c.var.dossier
  const event = events.find((e) => e.seq === seq && e.actor === actorId(c.var.staff))
  const message = messages.find((m) => m.seq === seq && m.state === 'undone')
  const step = event && STEPS.find(({ name }) => name === event.type)
  const words = step && actNamed(event.type)?.words
  if (!message || !words) return null
  const given = { text: message.text ?? '', reason: message.reason ?? '' }
  const typed: Back['typed'] = {}
  for (const property of ['text', 'reason'] as const) {
    const field = words.includes(property) ? fieldOf(step.fields, property) : null
    if (field) typed[field] = [given[property]]
  }
  return { form: event.type, typed, errors: [] }
}
