import { Hono } from 'hono'
import type { AppEnv } from './http.ts'
import { context } from './middleware/context.ts'
import { renderer } from './middleware/renderer.ts'
import { patterns } from './paths.ts'
import { filing } from './routes/public/filing.tsx'
import { status } from './routes/public/status.tsx'
import { statusCommands } from './routes/public/status-commands.tsx'
import { statusFiles } from './routes/public/status-files.tsx'
import { tracking } from './routes/public/tracking.tsx'

export const app = new Hono<AppEnv>()

app.get(patterns.health, (c) => c.text('sehat'))

app.use(context, renderer)
app.route('/', filing)
app.route('/', tracking)
app.route('/', status)
app.route('/', statusCommands)
app.route('/', statusFiles)
