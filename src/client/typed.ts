type Field = HTMLInputElement

interface Typed {
  /** Path of the page. */
  at: string
  fields: Record<string, string | boolean>
}

const STORE = 'isian'

/** Who somebody is, and what opens a report, stands in no store. */
const PRIVATE = /^(nama|kontak_.*|kuasa|kode|setuju|berkas)$/

const OPENED = 0
const RELOAD = 1

/**
 * A page that is never kept comes back empty when it is loaded anew, which a thumb does by pulling
 * too far. What was typed is then given back, in this tab; any other page of ours that asks for this
 * script forgets it: a receipt, the page after a step, the form opened afresh.
 */
export function keepTyped(isAnswer: boolean): void {
  // the older interface: the newer one is not in every phone that is in use
  const how = performance.navigation.type
  const page: Document & { wasDiscarded?: boolean } = document
  if (how === RELOAD || page.wasDiscarded) giveBack()
  else if (how === OPENED) forget()
  if (isAnswer) putBy()
  addEventListener('input', putBy)
  addEventListener('change', putBy)
  addEventListener('submit', (event) => {
    if (addressOf(event.target as HTMLFormElement) === '/keluar') forget()
  })
}

function putBy(): void {
  const typed: Typed = { at: location.pathname, fields: {} }
  const all = fields()
  if (all.length === 0) return
  for (const field of all) typed.fields[nameOf(field)] = stateOf(field)
  store((storage) => storage.setItem(STORE, JSON.stringify(typed)))
}

function giveBack(): void {
  store((storage) => {
    const typed = JSON.parse(storage.getItem(STORE) ?? '{}') as Partial<Typed>
    if (typed.at !== location.pathname) return
    for (const field of fields()) {
      const was = typed.fields?.[nameOf(field)]
      if (was === undefined || was === stateOf(field)) continue
      if (typeof was === 'string') field.value = was
      else field.checked = was
      // what is written within a closed line is not seen to be there
      const closed = field.closest('details')
      if (closed) closed.open = true
    }
  })
}

function forget(): void {
  store((storage) => storage.removeItem(STORE))
}

function fields(): Field[] {
  const all = document.querySelectorAll<Field>('[method="post"] .in, [method="post"] .pick input')
  return [...all].filter((field) => !PRIVATE.test(field.name))
}

function stateOf(field: Field): string | boolean {
  return /^(radio|checkbox)$/.test(field.type) ? field.checked : field.value
}

function nameOf(field: Field): string {
  const own = typeof stateOf(field) === 'boolean' ? field.value : ''
  return [addressOf(field.form), field.name, own].join()
}

/** Without the mark of another address, which the form may have by now. */
function addressOf(form: HTMLFormElement | null): string {
  return (form?.getAttribute('action') ?? '').replace(/[?&]lagi$/, '')
}

/** A browser may refuse to store anything: then nothing is kept, and nothing breaks. */
function store(act: (storage: Storage) => void): void {
  try {
    act(sessionStorage)
  } catch {
    // nothing is kept
  }
}
