import { forget, forgetAll, owner, read, sent, write } from './draft-store.ts'
import { fill, isTouched, valuesOf } from './form-values.ts'

/** Words stay with their case and form in this tab until they are sent or thrown away. */
export function keepDrafts(): void {
  owner(document.body.dataset.me ?? '')
  sent(document.body.dataset.done ?? '')
  for (const name of ['input', 'change'])
    document.addEventListener(name, (event) => {
      const form = draftForm(event.target)
      if (form) keep(form)
    })
  document.addEventListener('submit', (event) => {
    const target = event.target
    const form = draftForm(target)
    if (form) keep(form, Number(new FormData(form).get('versi')))
    if (target instanceof HTMLFormElement && target.matches('[data-leaves]')) forgetAll()
  })
  document.addEventListener('click', (event) => {
    const target = event.target
    const button = target instanceof Element ? target.closest('[data-discard]') : null
    const form = button?.closest('form')
    if (form) discard(form)
  })
  // an answer to a form stands at the form's own address, which shows nothing by itself
  const here = document.body.dataset.here
  if (here) history.replaceState(history.state, '', here)
  restoreDrafts()
}

/** After a page or a case has come. What the server filled in was typed, too. */
export function restoreDrafts(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]')) {
    if (form.dataset.draft === 'back') {
      write(keyOf(form), valuesOf(form))
      mark(form)
      continue
    }
    const values = read(keyOf(form))
    if (!values) continue
    fill(form, values)
    mark(form)
    const box = form.closest('details')
    if (box) box.open = true
  }
}

function draftForm(target: EventTarget | null): HTMLFormElement | null {
  const element = target instanceof Element ? target : null
  return element?.closest<HTMLFormElement>('form[data-draft]') ?? null
}

function keyOf(form: HTMLFormElement): string {
  const box = form.closest('details')
  return `${form.getAttribute('action') ?? ''}#${box?.id ?? ''}`
}

function keep(form: HTMLFormElement, version?: number): void {
  if (form.dataset.draft !== 'back' && !isTouched(form)) {
    forget(keyOf(form))
    unmark(form)
    return
  }
  write(keyOf(form), valuesOf(form), version)
  mark(form)
}

function mark(form: HTMLFormElement): void {
  const words = document.querySelector<HTMLTemplateElement>('#draf')
  if (!words || form.querySelector('.draft')) return
  form.append(words.content.cloneNode(true))
}

function unmark(form: HTMLFormElement): void {
  form.querySelector('.draft')?.remove()
}

function discard(form: HTMLFormElement): void {
  forget(keyOf(form))
  unmark(form)
  const fresh = document.body.dataset.fresh
  if (form.dataset.draft === 'back' && fresh) location.assign(fresh)
  else form.reset()
}
