function rows(): HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('#daftar li > a')]
}

/** Opens the next row of the list, or the one before. */
export function step(by: 1 | -1): void {
  const all = rows()
  const at = all.findIndex((row) => row.getAttribute('aria-current') === 'true')
  const next = all[at < 0 ? 0 : at + by]
  next?.scrollIntoView({ block: 'nearest' })
  next?.click()
}

/** Results of a search are not brought anew with the case, as the rows of a queue are. */
export function markOpen(): void {
  for (const row of rows()) {
    if (row.pathname === location.pathname) row.setAttribute('aria-current', 'true')
    else row.removeAttribute('aria-current')
  }
}

export function showOpen(): void {
  document.querySelector('#daftar [aria-current]')?.scrollIntoView({ block: 'nearest' })
}
