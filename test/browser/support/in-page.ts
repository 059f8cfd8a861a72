/**
 * Measured inside a page, by what it draws and not by its markup. Browsers of 2018 run these, too:
 * each is whole by itself and says nothing that they cannot read.
 */

/** Words of two elements that stand against each other as if they were one: 'Karantina0'. */
export function runTogether(): string[] {
  const drawn: { node: Node; text: string }[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent || ''
    // what is only read aloud is drawn a pixel wide
    const unseen = (node.parentElement?.getBoundingClientRect().width ?? 0) <= 1
    if (text.trim() !== '' && !unseen) drawn.push({ node, text })
  }
  const boxOf = (node: Node, at: number) => {
    const range = document.createRange()
    range.setStart(node, at)
    range.setEnd(node, at + 1)
    return range.getBoundingClientRect()
  }
  const found: string[] = []
  for (let at = 1; at < drawn.length; at += 1) {
    const [before, after] = [drawn[at - 1], drawn[at]]
    if (!before || !after) continue
    const end = before.text.trimEnd().length - 1
    const start = after.text.search(/\S/)
    const pair = (before.text[end] || '') + (after.text[start] || '')
    if (!/^[\p{L}\p{N}]{2}$/u.test(pair)) continue
    const [left, right] = [boxOf(before.node, end), boxOf(after.node, start)]
    if (left.width === 0 || right.width === 0) continue
    const sameLine = left.top < right.bottom && right.top < left.bottom
    if (sameLine && Math.abs(right.left - left.right) < 2)
      found.push(`${before.text.trim().slice(-20)}|${after.text.trim().slice(0, 20)}`)
  }
  return found
}

/** Texts that touch the edge of the window. A row that slides goes on behind it. */
export function atTheEdge(): string[] {
  const slides = (box: Element | null): boolean =>
    box !== null &&
    ((box.scrollWidth > box.clientWidth && /auto|scroll/.test(getComputedStyle(box).overflowX)) ||
      slides(box.parentElement))
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const found: string[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = (node.textContent || '').trim()
    const parent = node.parentElement
    if (!text || !parent || parent.closest('.skip, .sr, option, .scroll, pre, template')) continue
    if (parent.closest('nav') && slides(parent)) continue
    // what is folded away has a place that nobody sees
    if (parent.closest('details:not([open])') && !parent.closest('summary')) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const { left, right, width } = range.getBoundingClientRect()
    if (width > 0 && (left < 5 || right > document.documentElement.clientWidth - 4))
      found.push(text.slice(0, 30))
  }
  return found
}

/** Texts of which a part is not drawn. A box that scrolls shows it, and a title may end in an ellipsis. */
export function cutOff(): string[] {
  const found: string[] = []
  for (const box of Array.from(document.body.querySelectorAll<HTMLElement>('*'))) {
    const style = getComputedStyle(box)
    const hides = style.overflowX === 'hidden' || style.overflowX === 'clip'
    if (
      !hides ||
      box.closest('.sr, svg, input, select, textarea') ||
      style.textOverflow === 'ellipsis'
    )
      continue
    if (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1)
      found.push(`${box.className}: ${(box.innerText || '').slice(0, 30)}`)
  }
  return found
}

/** What is pressed or written in, and shows no edge and no ground of its own. */
export function withoutEdge(): string[] {
  const transparent = 'rgba(0, 0, 0, 0)'
  const groundOf = (start: Element | null): string => {
    for (let box = start; box; box = box.parentElement) {
      const { backgroundColor } = getComputedStyle(box)
      if (backgroundColor !== transparent) return backgroundColor
    }
    return 'rgb(255, 255, 255)'
  }
  const forced = matchMedia('(forced-colors: active)').matches
  const found: string[] = []
  // a choice of which the frame is missing has its own round or square
  const boxes = document.querySelectorAll<HTMLElement>(
    '.btn, select, textarea, input:not([type=hidden]):not([type=radio]):not([type=checkbox]):not([type=file])',
  )
  for (const box of Array.from(boxes)) {
    if (box.getClientRects().length === 0) continue
    const style = getComputedStyle(box)
    const ground = groundOf(box.parentElement)
    const edge =
      style.borderBottomStyle !== 'none' &&
      Number.parseFloat(style.borderBottomWidth) >= 1 &&
      style.borderBottomColor !== transparent &&
      style.borderBottomColor !== ground
    if (!edge && (forced || groundOf(box) === ground))
      found.push(`${box.tagName} ${box.className} ${(box.innerText || '').slice(0, 20)}`)
  }
  return found
}

/** Entries of a menu or list that are the chosen one by nothing but their ground. */
export function chosenByGround(): string[] {
  const looks = (one: Element) => {
    const style = getComputedStyle(one)
    return [
      style.textDecorationLine,
      style.borderBottomStyle + style.borderBottomWidth + style.borderBottomColor,
      style.borderLeftStyle + style.borderLeftWidth + style.borderLeftColor,
      style.outlineStyle + style.outlineColor,
    ].join()
  }
  const found: string[] = []
  for (const chosen of Array.from(document.querySelectorAll<HTMLElement>('a[aria-current]'))) {
    const list = chosen.closest('nav, ul')
    if (!list || chosen.getClientRects().length === 0) continue
    const other = list.querySelector('a:not([aria-current])')
    if (other && looks(chosen) === looks(other)) found.push(chosen.innerText.slice(0, 30))
  }
  return found
}

/** Late stages of a clock that say so by colour alone. */
export function lateByColour(): string[] {
  const found: string[] = []
  for (const clock of Array.from(document.querySelectorAll<HTMLElement>('.clock'))) {
    const around = clock.closest('li, section, .card, main')
    if (clock.querySelector('.late') && !/!/.test((around as HTMLElement).innerText))
      found.push((around as HTMLElement).innerText.slice(0, 40))
  }
  return found
}

/** Buttons so close that a thumb takes one for the other. */
export function touchingButtons(): string[] {
  const boxes = Array.from(document.querySelectorAll<HTMLElement>('.btn'))
    .map((button) => ({ button, box: button.getBoundingClientRect() }))
    .filter(({ button, box }) => box.width > 0 && !button.closest('details:not([open])'))
  const found: string[] = []
  for (const [at, one] of boxes.entries())
    for (const other of boxes.slice(at + 1)) {
      const across = Math.max(one.box.left - other.box.right, other.box.left - one.box.right)
      const down = Math.max(one.box.top - other.box.bottom, other.box.top - one.box.bottom)
      if (Math.max(across, down) < 4)
        found.push(`${one.button.innerText} | ${other.button.innerText}`)
    }
  return found
}

/** What reaches past the right edge of the window, the innermost last. */
export function tooWide(): string[] {
  const { scrollWidth } = document.documentElement
  if (scrollWidth <= window.innerWidth) return []
  return Array.from(document.body.querySelectorAll<HTMLElement>('*'))
    .filter((box) => box.getBoundingClientRect().right > window.innerWidth)
    .map(({ tagName, className }) => `${tagName}.${className}`)
    .slice(-3)
}

/** Pale words or a dark ground, where ink is to be read on white. */
export function notForPaper(): string[] {
  const lightOf = (colour: string) => {
    const parts = (colour.match(/[\d.]+/g) || []).map(Number)
    return parts[3] === 0 ? 255 : ((parts[0] || 0) + (parts[1] || 0) + (parts[2] || 0)) / 3
  }
  return Array.from(document.querySelectorAll<HTMLElement>('body, main *'))
    .filter((box) => box.getClientRects().length > 0 && (box.innerText || '').trim() !== '')
    .filter((box) => {
      const { color, backgroundColor } = getComputedStyle(box)
      return lightOf(color) > 140 || lightOf(backgroundColor) < 200
    })
    .map((box) => `${box.tagName}.${box.className} ${box.innerText.slice(0, 20)}`)
    .slice(0, 3)
}
