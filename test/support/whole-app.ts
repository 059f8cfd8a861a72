import { createApp } from '../../src/app.ts'
import { patterns } from '../../src/paths.ts'
import { staffApp } from '../../src/staff-app.ts'

const citizens = createApp()

/** Citizens' app and the staff's as one, as index.ts puts them together. */
export function answerOf(request: Request, env: Env, ctx: ExecutionContext) {
  const isForStaff = new URL(request.url).pathname.startsWith(patterns.desk)
  return (isForStaff ? staffApp : citizens).fetch(request, env, ctx)
}
