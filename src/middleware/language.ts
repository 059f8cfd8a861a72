import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../http.ts'
import { wordsFor } from '../words/words.ts'

/** Words for whatever is answered before the city is known; `context` puts the city's own time in. */
export const language = createMiddleware<AppEnv>(async (c, next) => {
  c.set('t', wordsFor('id', 0))
  await next()
})
