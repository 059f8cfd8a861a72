/** Keys of the desk, and the list's mark when htmx has brought another case. Never needed. */
function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')
  )
}

function isVisible(element: HTMLElement): boolean {
  return element.getClientRects().length > 0
}

function press(element: HTMLElement): void {
  if (element instanceof HTMLInputElement) {
    element.focus()
    return
  }
  element.click()
  const field = element.closest('details[open]')?.querySelector<HTMLElement>('select, textarea')
  field?.focus()
}

function rows(): HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('#daftar li > a')]
}

function step(by: 1 | -1): void {
  const all = rows()
  const at = all.findIndex((row) => row.getAttribute('aria-current') === 'true')
  const next = all[at + by]
  next?.scrollIntoView({ block: 'nearest' })
  next?.click()
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === 'Escape' && typing(event.target)) {
    ;(event.target as HTMLElement).blur()
    return
  }
  if (typing(event.target)) return
  if (event.key === 'j') return step(1)
  if (event.key === 'J') return step(-1)
  const keyed = document.querySelectorAll<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`)
  const element = [...keyed].find(isVisible)
  if (!element) return
  event.preventDefault()
  press(element)
})

document.addEventListener('htmx:error', () => {
  const note = document.querySelector('#putus') ?? document.createElement('p')
  note.id = 'putus'
  note.className = 'note late'
  note.setAttribute('role', 'alert')
  note.textContent = `! ${document.body.dataset.lost ?? ''}`
  document.querySelector('#daftar')?.prepend(note)
})

document.addEventListener('htmx:after:swap', () => {
  document.querySelector('#putus')?.remove()
  for (const row of rows()) {
    if (row.pathname === location.pathname) row.setAttribute('aria-current', 'true')
    else row.removeAttribute('aria-current')
  }
  document.body.className = 'desk at-case'
  document.querySelector<HTMLElement>('#berkas')?.focus({ preventScroll: true })
  window.scrollTo(0, 0)
})
