import type { Command, Given } from '../../src/domain/acts/acts.ts'
import type { FileCommand } from '../../src/domain/acts/file.ts'
import { type Decision, isRefusal } from '../../src/domain/case/command.ts'
import type { Complaint } from '../../src/domain/case/complaint.ts'
import { decide, decideFiling } from '../../src/domain/case/decide.ts'
import type { Actor } from '../../src/domain/people/actor.ts'
import { HOUR, type Instant } from '../../src/domain/time/time.ts'
import { aContext, aFiling, recorded, reporter, wib } from './builders.ts'

export const BEGAN = wib('2026-11-24')

/** A life told step by step, an hour apart where none says how long; throws where a step is refused. */
export const story = (
  filing: Partial<FileCommand>,
  ...steps: [Exclude<Command, FileCommand>, Actor, wait?: number][]
): { complaint: Complaint; decisions: Decision[]; now: Instant } => {
  let now = BEGAN
  const filed = decideFiling(aFiling(filing), aContext({ now, actor: reporter }))
  if (isRefusal(filed)) throw new Error(filed.refused)
  const decisions = [filed]
  let complaint = recorded(filed)
  for (const [command, actor, wait = HOUR] of steps) {
    now += wait
    const result = decide(complaint, command as Given, aContext({ now, actor }))
    if (isRefusal(result)) throw new Error(`${command.name}: ${result.refused}`)
    decisions.push(result)
    complaint = recorded(result)
  }
  return { complaint, decisions, now }
}
