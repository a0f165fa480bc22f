import { useAnnounce } from '@fluentui/react-components'
import { useEffect } from 'react'
import { useIntl } from 'react-intl'
import { wordsOfBlocks } from '../format/blockWords.ts'
import { type Say, useText } from '../format/useText.ts'
import type { AssignmentNotice as Said } from '../stores/assignmentStore.ts'
import { useShared, useStores } from '../stores/Stores.tsx'
import { Button } from './Button.tsx'
import { Notice } from './Notice.tsx'

/** How taking, giving back or handing on went. A refusal stays until it is read; the rest says it and may go. */
export function AssignmentNotice() {
  const say = useText()
  const { locale } = useIntl()
  const { assignment } = useStores()
  const { announce } = useAnnounce()
  const said = useShared('assignment', (state) => state.notice)
  const words = said === null ? null : assignmentWords(said, locale, say)
  const isNote = said !== null && toneOf(said) === 'note'
  useEffect(() => {
    // A warning is an alert and speaks by itself; a status that comes with its words is not read out.
    if (isNote && words !== null) announce(words)
  }, [isNote, words, announce])
  if (said === null) return null
  return (
    <Notice tone={toneOf(said)}>
      <span>{words}</span>
      <Button onClick={() => assignment.getState().dismiss()}>{say('refusal.dismiss')}</Button>
    </Notice>
  )
}

function toneOf({ kind }: Said): 'note' | 'warning' | 'danger' {
  if (kind === 'error') return 'danger'
  return kind === 'refused' || kind === 'stale' ? 'warning' : 'note'
}

export function assignmentWords(said: Said, locale: string, say: Say): string {
  switch (said.kind) {
    case 'taken':
    case 'released':
      return say(`assignment.${said.kind}`, { name: said.name })
    case 'takenMore':
      return say('assignment.takenMore', { count: said.claims })
    case 'handedOver':
      return say('assignment.handedOver', { name: said.name, to: said.toName })
    case 'next':
      return say(`takeNext.${said.outcome}`)
    case 'stale':
      return say('assignment.stale', { name: said.name })
    case 'refused':
      return say('refusal.blocked', { blocks: wordsOfBlocks(said.blocks, [], locale, say) })
    case 'error':
      return say(`error.${said.error.code}`)
  }
}
