import { inject } from 'vitest'

/** Origin of the running site, no trailing slash. It is also the Worker's PUBLIC_URL. */
export const siteUrl = inject('siteUrl')

const localOf = (site: string) => `${site}/cdn-cgi/local`

/** A request to the site without a browser, as curl would send it; redirects are not followed. */
export function fetchSite(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(new URL(path, siteUrl), { redirect: 'manual', ...init })
}

/**
 * Runs the Worker's scheduled handler and waits for its end.
 * @param cron one of the crons in wrangler.toml
 * @param at the scheduled time in epoch milliseconds; now unless told
 */
export async function triggerCron(cron: string, at = Date.now(), site = siteUrl): Promise<void> {
  const query = new URLSearchParams({ cron, time: String(at) })
  const response = await fetch(`${localOf(site)}/scheduled?${query}`)
  if (!response.ok) throw new Error(`cron ${cron} failed: ${await response.text()}`)
}

export type Mail = {
  from: string
  to: string[]
  subject: string
  text?: string
  html?: string
  messageId: string
}

/** Every e-mail sent so far, or those to one address, oldest first. */
export async function readMail(to?: string, site = siteUrl): Promise<Mail[]> {
  const sent: Mail[] = []
  let cursor: string | undefined
  do {
    const page = await explorer(
      `local/email/sending?per_page=100${cursor ? `&cursor=${cursor}` : ''}`,
      undefined,
      site,
    )
    sent.push(...page.result)
    cursor = page.result_info.has_more ? page.result_info.cursor : undefined
  } while (cursor)
  const wanted = sent.filter((mail) => !to || mail.to.some((address) => address.includes(to)))
  const full = await Promise.all(wanted.map((mail) => mailWithBody(mail.messageId, site)))
  return full.reverse()
}

/** Waits until the queue has delivered at least `count` e-mails to an address, and returns them. */
export function waitForMail(to: string, count = 1): Promise<Mail[]> {
  return waitFor(async () => {
    const mail = await readMail(to)
    return mail.length >= count ? mail : undefined
  }, `${count} e-mail(s) to ${to}`)
}

/** Asks again and again until `look` finds something, at most `patience` milliseconds. */
export async function waitFor<T>(
  look: () => Promise<T | undefined>,
  what: string,
  patience = 60_000,
): Promise<T> {
  const end = Date.now() + patience
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

type Value = string | number | null

/** Runs SQL on the site's database, for what no page can do (to move a date, to look at a row). */
export async function sql<Row = Record<string, unknown>>(
  query: string,
  ...values: Value[]
): Promise<Row[]> {
  // the endpoint binds strings only, so that a number has to be written into the query
  const rest = [...values]
  const filled = query.replaceAll('?', () => literal(rest.shift() ?? null))
  const { result } = await explorer('d1/database/DB/raw', { sql: filled })
  const { columns, rows } = result[0].results
  return rows.map((row: unknown[]) =>
    Object.fromEntries(columns.map((name: string, at: number) => [name, row[at]])),
  )
}

function literal(value: Value): string {
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`
  return String(value ?? 'NULL')
}

async function mailWithBody(id: string, site: string): Promise<Mail> {
  const path = `local/email/sending?email_id=${encodeURIComponent(id)}`
  return (await explorer(path, undefined, site)).result
}

async function explorer(path: string, body?: object, site = siteUrl) {
  const init = body && {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }
  const response = await fetch(`${localOf(site)}/explorer/api/${path}`, init)
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return response.json()
}
