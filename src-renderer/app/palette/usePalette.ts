import { useRef, useState } from 'react'
import { useCommand } from '../useCommand.ts'

export interface PaletteState {
  readonly isOpen: boolean
  /** What was typed before the palette was there. */
  readonly early: string
  typeEarly(text: string): void
  close(): void
}

/** Apart from what it opens, whose chunk comes with the first use: its key is heard from the first picture on. */
export function usePalette(): PaletteState {
  const [isOpen, setOpen] = useState(false)
  const [early, typeEarly] = useState('')
  const cameFrom = useRef<Element | null>(null)
  useCommand('palette', () => {
    cameFrom.current = document.activeElement
    typeEarly('')
    setOpen(true)
  })
  return {
    isOpen,
    early,
    typeEarly,
    close: () => {
      setOpen(false)
      // A command may look at what has the focus: it is given back before anything runs.
      if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus()
    },
  }
}
