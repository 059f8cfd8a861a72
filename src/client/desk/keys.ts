import { isHeld } from './held-keys.ts'
import { isTyping, pressKey } from './press-key.ts'

export function listenToKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (isTyping(event.target)) {
      if (event.key === 'Escape') event.target.blur()
      return
    }
    if (isHeld(event.key) || pressKey(event.key)) event.preventDefault()
  })
}
