import type { inOrder } from '../../seed/play-order.ts'
import { stories } from '../../seed/stories/index.ts'
import { type Decision, isRefusal, type Refusal } from '../../src/domain/case/command.ts'
import type { Complaint } from '../../src/domain/case/complaint.ts'
import { decide, decideFiling, decidePair } from '../../src/domain/case/decide.ts'
import type { City } from '../../src/domain/city/city.ts'
import { contextOf } from '../../src/domain/city/rule-context.ts'

/** Plays the merged steps by the rules alone; a refusal fails, with the story that it is of. */
export function replay(steps: ReturnType<typeof inOrder>, city: City): Map<number, Complaint> {
  const cases = new Map<number, Complaint>()
  const keep = (story: number, decided: Decision | Refusal) => {
    if (isRefusal(decided)) throw new Error(`${stories[story]?.title}: ${decided.refused}`)
    cases.set(story, { ...decided.after, version: decided.after.version + 1 })
  }
  for (const { story, step } of steps) {
    const c = cases.get(story)
    const ctx = contextOf({ city, now: step.at, actor: step.actor })
    if (step.kind === 'file') {
      const name = { name: 'file', id: story + 1, reference: `DMI-${story}` } as const
      keep(story, decideFiling({ ...step.form.command, ...name }, ctx))
      continue
    }
    if (!c) throw new Error(`${stories[story]?.title} is not filed`)
    if (step.kind === 'merge') {
      const root = cases.get(step.root)
      if (!root) throw new Error('the root is not filed')
      const pair = decidePair(c, { name: 'merge', root }, ctx)
      keep(story, isRefusal(pair) ? pair : pair[0])
      keep(step.root, isRefusal(pair) ? pair : pair[1])
      continue
    }
    const file = { attachmentId: 'x', mediaType: 'image/png', bytes: 1, digest: 'x' }
    const command = step.kind === 'attach' ? { name: 'attach' as const, ...file } : step.command
    keep(story, decide(c, command, ctx))
  }
  return cases
}
