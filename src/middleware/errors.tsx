import type { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { methodNotAllowed } from 'hono/method-not-allowed'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { NoCityError } from '../db/city.ts'
import { isPart } from '../forms/ended-session.ts'
import type { AppContext, AppEnv } from '../http.ts'
import { isForStaff } from '../path-row.ts'
import { build, rowAt } from '../paths.ts'
import { PlainError } from '../views/errors/plain.tsx'
import { errorSentence, RequestError, RequestErrorPart } from '../views/errors/request-error.tsx'
import { Unsent, UnsentPart } from '../views/errors/unsent.tsx'
import type { ErrorCode } from '../words/id/errors.ts'
import { pathPattern } from './log.ts'
import { RefusedRequest } from './refuse.ts'
import { refuseEmbedded } from './refuse-embedded.tsx'
import { unsentOf } from './unsent.ts'

export function onError(error: Error, c: AppContext): Response | Promise<Response> {
  if (error instanceof NoCityError) return answer(c, 503)
  if (!(error instanceof HTTPException)) {
    logError(error, c)
    return answer(c, 500)
  }
  if (error.res) return error.getResponse()
  const own = error instanceof RefusedRequest && error.message !== ''
  return answer(c, error.status, own ? error.message : undefined)
}

export function notFound(c: AppContext): Response | Promise<Response> {
  return answer(c, 404)
}

export function wrongMethod(app: Hono<AppEnv>) {
  return methodNotAllowed<AppEnv>({
    app,
    onMethodNotAllowed: (c, methods) => {
      c.header('Allow', methods.join(', '))
      return answer(c, 405)
    },
  })
}

async function answer(
  c: AppContext,
  status: ContentfulStatusCode,
  detail?: string,
): Promise<Response> {
  const { t } = c.var
  const code = status in t.errors ? (status as ErrorCode) : status < 500 ? 400 : 500
  const accepts = c.req.header('Accept') ?? ''
  if (accepts.startsWith('application/json'))
    return c.json({ galat: errorSentence(t, code, detail) }, status)
  if (accepts.startsWith('text/plain')) return c.text(`${errorSentence(t, code, detail)}\n`, status)
  const embedded = await refuseEmbedded(c, status, code)
  if (embedded) return embedded
  const requestId = status >= 500 ? c.var.requestId : undefined
  c.status(status)
  const unsent = await unsentOf(c, code)
  if (unsent) {
    const row = rowAt(c.req.path)
    const home = build(row && isForStaff(row) ? 'desk' : 'home')
    const told = { ...unsent, home, t, code, detail, requestId }
    return isPart(c) ? c.html(<UnsentPart {...told} />) : c.render(<Unsent {...told} />)
  }
  if (isPart(c)) return c.html(<RequestErrorPart t={t} code={code} detail={detail} />)
  const site = c.var.city?.settings
  return c.render(
    site && status < 500 ? (
      <PlainError t={t} site={site} code={code} detail={detail} />
    ) : (
      <RequestError t={t} code={code} detail={detail} requestId={requestId} />
    ),
  )
}

/** Messages can hold what a person wrote (drizzle puts the parameters in), so they stay out. */
function logError(error: Error, c: AppContext): void {
  const cause = error.cause instanceof Error ? error.cause : undefined
  console.error({
    what: 'error',
    id: c.var.requestId,
    method: c.req.method,
    path: pathPattern(c),
    name: error.name,
    cause: cause?.name,
    at: framesOf(error),
  })
}

function framesOf({ stack = '', message }: Error): string[] {
  return stack
    .replace(message, '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim())
}
