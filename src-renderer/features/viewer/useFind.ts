import { type RefObject, useEffect, useState } from 'react'
import type { FindQuery, ViewerSession } from './viewerSession.ts'

export interface FindModel {
  readonly isOpen: boolean
  readonly query: FindQuery
  /** Also when it is open already: puts the focus into the field. */
  readonly open: () => void
  readonly close: () => void
  readonly search: (query: FindQuery) => void
  readonly again: (direction: 'next' | 'previous') => void
}

const NOTHING: FindQuery = { query: '', wholeWord: false, matchDiacritics: false }

/** The words stay when the search is closed and opened again; the marks on the pages go. */
export function useFind(session: ViewerSession, inputRef: RefObject<HTMLInputElement | null>): FindModel {
  const [isOpen, setOpen] = useState(false)
  const [query, setQuery] = useState(NOTHING)

  useEffect(() => {
    if (isOpen) inputRef.current?.select()
  }, [isOpen, inputRef])

  return {
    isOpen,
    query,
    open() {
      setOpen(true)
      session.find(query)
      inputRef.current?.select()
    },
    close() {
      setOpen(false)
      session.find(NOTHING)
    },
    search(next) {
      setQuery(next)
      session.find(next)
    },
    again: (direction) => session.send({ type: direction === 'next' ? 'findNext' : 'findPrevious' }),
  }
}
