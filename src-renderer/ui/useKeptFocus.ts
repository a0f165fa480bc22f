import { useEffect, useRef } from 'react'

/** The control that had the focus was replaced by another: the focus stays in the same part of the row. */
export function useKeptFocus(state: string) {
  const part = useRef<HTMLDivElement>(null)
  const before = useRef(state)
  useEffect(() => {
    if (before.current === state) return
    before.current = state
    const isLost = document.activeElement === null || document.activeElement === document.body
    if (isLost) part.current?.querySelector<HTMLElement>('textarea, input, button')?.focus()
  }, [state])
  return part
}
