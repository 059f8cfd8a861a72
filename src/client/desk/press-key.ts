import { step } from './rows.ts'

export function isTyping(target: EventTarget | null): target is HTMLElement {
  return (
    target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')
  )
}

/** Whether the key means anything here. */
export function pressKey(key: string): boolean {
  if (key === 'j' || key === 'J') {
    step(key === 'j' ? 1 : -1)
    return true
  }
  const keyed = document.querySelectorAll<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
  const element = [...keyed].find((one) => one.getClientRects().length > 0)
  if (element) press(element)
  return element !== undefined
}

/** A form that is open stays open: its key leads into it. */
function press(element: HTMLElement): void {
  if (element instanceof HTMLInputElement) {
    element.focus()
    return
  }
  const box = element.closest('details')
  if (!box?.open) element.click()
  if (box?.open) box.querySelector<HTMLElement>('.in, .pick input, .btn')?.focus()
}
