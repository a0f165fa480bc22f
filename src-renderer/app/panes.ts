const FOCUSABLE = 'a[href], button:not([disabled]), input, textarea, iframe, [tabindex="0"]'

/** Moves the focus to the next (1) or previous (-1) pane of the page, around the end. Panes carry `data-pane`. */
export function stepPane(page: Document, step: 1 | -1): void {
  const panes = [...page.querySelectorAll<HTMLElement>('[data-pane]')].filter(
    (pane) => pane.getClientRects().length > 0,
  )
  if (panes.length === 0) return
  const at = panes.findIndex((pane) => pane.contains(page.activeElement))
  const start = at < 0 ? (step === 1 ? -1 : 0) : at
  const pane = panes[(start + step + panes.length) % panes.length]
  const inside =
    pane?.querySelector<HTMLElement>('[data-pane-focus]') ?? pane?.querySelector<HTMLElement>(FOCUSABLE)
  ;(inside ?? pane)?.focus()
}
