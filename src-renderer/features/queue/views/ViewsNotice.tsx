import { useStore } from 'zustand'
import { type Say, useText } from '../../../format/useText.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { ViewsNotice as Said, ViewsStore } from './viewsStore.ts'

/** What came of saving or taking in views, where it is not to be seen in the list itself. */
export function ViewsNotice({ store }: { readonly store: ViewsStore }) {
  const say = useText()
  const said = useStore(store, (state) => state.notice)
  if (said === null) return null
  const isDone = said.kind === 'imported' && said.result.outcome === 'imported'
  return (
    <Notice tone={isDone ? 'note' : said.kind === 'error' ? 'danger' : 'warning'}>
      <span>{wordsOf(said, say)}</span>
      <Button onClick={() => store.getState().dismiss()}>{say('refusal.dismiss')}</Button>
    </Notice>
  )
}

function wordsOf(said: Said, say: Say): string {
  if (said.kind === 'error') return say(`error.${said.error.code}`)
  if (said.kind === 'full') return say('views.full')
  const { result } = said
  if (result.outcome !== 'imported') return say(`views.${result.outcome}`)
  return say('views.imported', { added: result.added, known: result.known })
}
