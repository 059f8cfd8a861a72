import { Hono } from 'hono'
import type { AppEnv } from '../../../http.ts'
import { patterns } from '../../../paths.ts'
import { readable, readableOrMine, readableOrSaid } from '../readable.ts'
import { STEPS } from './all.ts'
import { take } from './take.ts'
import { undo } from './undo.ts'

export const steps = new Hono<AppEnv>()

for (const step of STEPS)
  steps.post(patterns[step.path], step.anyVersion ? readable : readableOrSaid, take(step))

steps.post(patterns.caseUndo, readableOrMine, undo)
