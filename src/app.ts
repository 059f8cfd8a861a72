import { Hono } from 'hono'

export const app = new Hono<{ Bindings: Env }>()

app.get('/sehat', (c) => c.text('sehat'))
