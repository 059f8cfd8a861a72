import { isTyping, pressKey } from './press-key.ts'

/** Longer than anybody types while a case is on its way. */
const MOST = 500

let held: string[] | null = null

/** From now on keys wait. */
export function hold(): void {
  held ??= []
}

export function dropHeld(): void {
  held = null
}

/** Whether the key waits. */
export function isHeld(key: string): boolean {
  if (held === null) return false
  if (held.length < MOST) held.push(key)
  return true
}

/** Gives what waited to the case that has come, as if it were typed now. */
export function replay(): void {
  const keys = held ?? []
  held = null
  for (const key of keys) {
    // the next row may have been asked for
    if (isHeld(key)) continue
    const field = document.activeElement
    if (isTyping(field)) write(field, key)
    else pressKey(key)
  }
}

function write(field: HTMLElement, key: string): void {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return
  const text = key === 'Enter' && field instanceof HTMLTextAreaElement ? '\n' : key
  const from = field.selectionStart ?? field.value.length
  const to = field.selectionEnd ?? field.value.length
  if (key === 'Backspace') field.setRangeText('', Math.max(0, from - 1), to, 'end')
  else if (text.length === 1) field.setRangeText(text, from, to, 'end')
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
