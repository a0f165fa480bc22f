import { createContext, useContext, useMemo } from 'react'
import type { MessageId } from '../../format/messages.ts'
import { type Say, useText } from '../../format/useText.ts'

/** The letters of two parties whose papers are compared. */
export interface PartyLetters {
  readonly before: string
  readonly after: string
}

/** Null = two versions of one paper. */
export const PartyLettersContext = createContext<PartyLetters | null>(null)

/** Between parties nothing is earlier, added or removed: it stands in the one paper or in the other. */
const OF_PARTIES: Partial<Record<MessageId, MessageId>> = {
  'compare.label': 'compare.parties.label',
  'compare.title': 'compare.parties.title',
  'compare.loading': 'compare.parties.loading',
  'compare.failed': 'compare.parties.failed',
  'compare.missing.text': 'compare.parties.missing.text',
  'compare.sum.same_file': 'compare.parties.sum.same_file',
  'compare.sum.same_words_scanned': 'compare.parties.sum.same_words_scanned',
  'compare.sum.changes': 'compare.parties.sum.changes',
  'compare.sum.tooDifferent': 'compare.parties.sum.tooDifferent',
  'compare.unread.before': 'compare.parties.unread.before',
  'compare.unread.after': 'compare.parties.unread.after',
  'compare.list': 'compare.parties.list',
  'compare.atEarlier': 'compare.parties.atEarlier',
  'compare.idle': 'compare.parties.idle',
  'compare.kind.added': 'compare.parties.kind.added',
  'compare.kind.removed': 'compare.parties.kind.removed',
  'compare.kind.changed': 'compare.parties.kind.changed',
  'compare.kind.moved': 'compare.parties.kind.moved',
  'compare.said.changed': 'compare.parties.said.changed',
  'compare.walker': 'compare.parties.walker',
  'compare.version': 'arbitration.panes.shown',
  'compare.before': 'compare.parties.before',
  'compare.after': 'compare.parties.after',
  'compare.overlay.none': 'compare.parties.overlay.none',
  'compare.overlay.legend': 'compare.parties.overlay.legend',
}

/** Null = they are versions of one paper. */
export const usePartyLetters = (): PartyLetters | null => useContext(PartyLettersContext)

/** As `useText`, in the words of what is compared. */
export function useCompareText(): Say {
  const say = useText()
  const letters = usePartyLetters()
  return useMemo(
    () => (letters === null ? say : (id, values) => say(OF_PARTIES[id] ?? id, { ...letters, ...values })),
    [say, letters],
  )
}
