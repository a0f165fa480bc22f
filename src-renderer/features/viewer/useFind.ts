import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { FindQuery } from './FindBar.tsx'
import type { DocumentViewerModel } from './useDocumentViewer.ts'

export interface FindModel {
  readonly isOpen: boolean
  readonly query: FindQuery
  readonly inputRef: RefObject<HTMLInputElement | null>
  /** Also when it is open already: puts the focus into the field. */
  readonly open: () => void
  readonly close: () => void
  readonly setQuery: (query: FindQuery) => void
  readonly again: (direction: 'next' | 'previous') => void
}

const NOTHING: FindQuery = { query: '', wholeWord: false, matchDiacritics: false }

/** The search goes along from document to document until it is closed. */
export function useFind({ link, state, current }: DocumentViewerModel): FindModel {
  const [isOpen, setOpen] = useState(false)
  const [query, setQuery] = useState(NOTHING)
  const inputRef = useRef<HTMLInputElement>(null)
  const isReady = state.status === 'ready'

  const search = useEffectEvent(() => {
    if (isReady) link.send({ type: 'find', highlightAll: true, ...(isOpen ? query : NOTHING) })
  })
  useEffect(() => search(), [isOpen, query, isReady, current?.documentId])
  useEffect(() => {
    if (isOpen && isReady) inputRef.current?.select()
  }, [isOpen, isReady])

  return {
    isOpen,
    query,
    inputRef,
    open() {
      setOpen(true)
      inputRef.current?.select()
    },
    close() {
      setOpen(false)
      link.frameRef.current?.focus()
      link.send({ type: 'focus' })
    },
    setQuery,
    again(direction) {
      link.send({ type: direction === 'next' ? 'findNext' : 'findPrevious' })
    },
  }
}
