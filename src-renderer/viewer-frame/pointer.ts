import type { ViewerFrame } from './viewerFrame.ts'

/**
 * Marks let the pointer through, so that the text under them can be selected; clicks and hovering are matched
 * to them by place. A click at the end of a selection is no choice.
 */
export function listenToPointer(scroller: HTMLElement, frame: ViewerFrame): void {
  scroller.addEventListener('click', (event) => {
    if (document.getSelection()?.isCollapsed === false || scroller.classList.contains('picking')) return
    const view = frame.marks.at(event)
    if (view) frame.choose(view.mark.id)
  })
  scroller.addEventListener('pointermove', (event) => {
    const view = event.buttons === 0 ? frame.marks.at(event) : undefined
    scroller.classList.toggle('over-mark', view !== undefined)
    frame.hint(view)
  })
  scroller.addEventListener('pointerleave', () => frame.tip.hide())
  scroller.addEventListener('focusin', (event) => frame.hint(frame.marks.at(event)))
  scroller.addEventListener('focusout', () => frame.tip.hide())
}

/** Ctrl and the wheel zoom the pages, not the whole window. */
export function listenToWheel(scroller: HTMLElement, frame: ViewerFrame): void {
  scroller.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return
      event.preventDefault()
      frame.surface?.zoom({ to: event.deltaY < 0 ? 'in' : 'out' })
    },
    { passive: false },
  )
}
