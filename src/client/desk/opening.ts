import { restoreDrafts } from './drafts.ts'
import { dropHeld, hold, replay } from './held-keys.ts'
import { markOpen, showOpen } from './rows.ts'

/** What htmx tells of a request. */
interface Request {
  target: Element
  request: { action: string; abort: () => void }
  response?: { status: number }
  text?: string
}

let opening: Request | null = null

/** A row brings its case beside the list; until it is there, nothing lands in the one before. */
export function openCases(): void {
  on('htmx:before:request', (ctx) => {
    if (ctx.target.id !== 'berkas') return
    opening?.request.abort()
    opening = ctx
    busy(true)
    hold()
  })
  // what has no case in it is opened as a page: an ended session, a report that went away, an error
  on('htmx:before:response', (ctx, event) => {
    if (ctx.response?.status !== 200) openAsPage(ctx, event)
  })
  on('htmx:after:request', (ctx, event) => {
    if (!ctx.text?.includes('id="berkas"')) openAsPage(ctx, event)
  })
  on('htmx:error', sayLost)
  on('htmx:after:swap', shown)
  on('htmx:finally:request', (ctx) => {
    if (ctx !== opening) return
    opening = null
    busy(false)
    replay()
  })
  showOpen()
}

function on(name: string, act: (ctx: Request, event: Event) => void): void {
  document.addEventListener(name, (event) => {
    const ctx = (event as CustomEvent<{ ctx?: Request }>).detail.ctx
    if (ctx) act(ctx, event)
  })
}

function busy(is: boolean): void {
  const pane = document.querySelector<HTMLElement>('#berkas')
  pane?.toggleAttribute('inert', is)
  if (is) pane?.setAttribute('aria-busy', 'true')
  else pane?.removeAttribute('aria-busy')
}

function openAsPage(ctx: Request, event: Event): void {
  event.preventDefault()
  dropHeld()
  location.assign(ctx.request.action)
}

function sayLost(): void {
  dropHeld()
  const note = document.querySelector('#putus') ?? document.createElement('p')
  note.id = 'putus'
  note.className = 'note late'
  note.setAttribute('role', 'alert')
  note.textContent = `! ${document.body.dataset.lost ?? ''}`
  document.querySelector('#daftar')?.prepend(note)
}

function shown(): void {
  document.querySelector('#putus')?.remove()
  markOpen()
  document.body.className = 'desk at-case'
  restoreDrafts()
  document.querySelector<HTMLElement>('#berkas')?.focus({ preventScroll: true })
  window.scrollTo(0, 0)
}
