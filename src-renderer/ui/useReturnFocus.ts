import { useEffect, useState } from 'react'

/** Gives the focus back to where it was when the component came, once it goes; not to what has gone meanwhile. */
export function useReturnFocus(): void {
  // Taken while rendering: an effect would come after `autoFocus` has moved the focus already.
  const [cameFrom] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      // The element that held the focus leaves the page in the same step, so the next frame is the first that can tell.
      requestAnimationFrame(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body
        if (isLost && cameFrom instanceof HTMLElement && cameFrom.isConnected) cameFrom.focus()
      })
    },
    [cameFrom],
  )
}
