import type { Values } from './desk/draft-store.ts'
import { fill, isTouched, valuesOf } from './desk/form-values.ts'

interface Typed {
  /** Path of the page. */
  at: string
  /** By the address that a form goes to. */
  forms: Record<string, Values>
}

const STORE = 'isian'

/** Who somebody is, and what opens a report, stands in no store. */
const PRIVATE = ['nama', 'kontak_telepon', 'kontak_email', 'kuasa', 'kode', 'setuju']

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
  else if (how === OPENED) store((storage) => storage.removeItem(STORE))
  if (isAnswer) putBy()
  for (const change of ['input', 'change']) addEventListener(change, putBy)
  addEventListener('submit', (event) => {
    const leaves = (event.target as HTMLFormElement).getAttribute('action') === '/keluar'
    if (leaves) store((storage) => storage.removeItem(STORE))
  })
}

function putBy(): void {
  const typed: Typed = { at: location.pathname, forms: {} }
  for (const form of forms()) {
    const values = valuesOf(form)
    for (const name of PRIVATE) delete values[name]
    if (Object.keys(values).length > 0) typed.forms[actionOf(form)] = values
  }
  if (Object.keys(typed.forms).length > 0)
    store((storage) => storage.setItem(STORE, JSON.stringify(typed)))
}

function giveBack(): void {
  const typed = store((storage) => JSON.parse(storage.getItem(STORE) ?? 'null') as Typed | null)
  if (typed?.at !== location.pathname) return
  for (const form of forms()) {
    const values = typed.forms[actionOf(form)]
    if (!values) continue
    fill(form, values)
    if (isTouched(form)) open(form)
  }
}

/** What is written within a closed line is not seen to be there. */
function open(form: HTMLFormElement): void {
  for (const details of document.querySelectorAll('details')) {
    const written = details.contains(form) || (form.contains(details) && holdsWords(details))
    if (written) details.open = true
  }
}

function holdsWords(details: HTMLElement): boolean {
  const fields = details.querySelectorAll<HTMLInputElement>('.in')
  return [...fields].some((field) => field.value !== '' && field.value !== field.defaultValue)
}

function forms(): HTMLFormElement[] {
  return [...document.querySelectorAll<HTMLFormElement>('form[method="post"]')]
}

/** Without the mark of another address, which the form may have by now. */
function actionOf(form: HTMLFormElement): string {
  return (form.getAttribute('action') ?? '').replace(/[?&]lagi$/, '')
}

/** A browser may refuse to store anything: then nothing is kept, and nothing breaks. */
function store<T>(act: (storage: Storage) => T): T | null {
  try {
    return act(sessionStorage)
  } catch {
    return null
  }
}
