import { Hono } from 'hono'
import type { AppEnv } from '../../http.ts'
import { caseFile } from './case.tsx'
import { closing } from './closing.tsx'
import { commands } from './commands.ts'
import { handing } from './handing.ts'
import { queue } from './queue.tsx'
import { revealing } from './revealing.tsx'
import { search } from './search.tsx'
import { undoing } from './undoing.ts'
import { verifying } from './verifying.ts'

/** Every page of the desk; the caller has put `staff` beside the request (middleware/staff.ts). */
export const desk = new Hono<AppEnv>()

for (const feature of [
  queue,
  search,
  caseFile,
  verifying,
  commands,
  handing,
  closing,
  revealing,
  undoing,
])
  desk.route('/', feature)
