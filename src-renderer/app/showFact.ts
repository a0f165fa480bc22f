const SHOWN = 'pd-shown'
const SHOWN_MS = 2400

/**
 * Brings the place of the facts pane into view and focus that says these words; the pane itself where they do not stand as they are.
 * By words and not by marks, so that every fact can be pointed at.
 */
export function showFact(page: ParentNode, words: string): void {
  const pane = page.querySelector<HTMLElement>('[data-pane="facts"]')
  if (pane === null) return
  const place = smallestWith(pane, plain(words)) ?? pane
  if (!place.hasAttribute('tabindex')) place.tabIndex = -1
  place.focus({ preventScroll: true })
  place.scrollIntoView({ block: 'center' })
  place.classList.add(SHOWN)
  setTimeout(() => place.classList.remove(SHOWN), SHOWN_MS)
}

const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim()

function smallestWith(pane: HTMLElement, words: string): HTMLElement | null {
  if (words === '') return null
  const holding = [...pane.querySelectorAll<HTMLElement>('*')].filter((each) =>
    plain(each.textContent).includes(words),
  )
  // Document order: the first chain of elements that hold the words, down to its innermost.
  return holding.reduce<HTMLElement | null>(
    (found, each) => (found === null || found.contains(each) ? each : found),
    null,
  )
}
