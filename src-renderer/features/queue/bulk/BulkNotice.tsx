import { useIntl } from 'react-intl'
import { useStore } from 'zustand'
import { wordsOfBlocks } from '../../../format/blockWords.ts'
import { type Say, useText } from '../../../format/useText.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { BulkNotice as Said, BulkStore, Refused } from './bulkStore.ts'
import css from './bulk.module.css'

/** What came of an act on many: how many it was done to, and each one that it was not done to with the reason. */
export function BulkNotice({ store }: { readonly store: BulkStore }) {
  const say = useText()
  const { locale } = useIntl()
  const said = useStore(store, (state) => state.notice)
  if (said === null) return null
  const refused = said.kind === 'done' ? said.refused : []
  return (
    <Notice tone={said.kind === 'error' ? 'danger' : refused.length > 0 ? 'warning' : 'note'}>
      <div className={css.said}>
        <span>{wordsOf(said, say)}</span>
        {refused.length > 0 && (
          <ul className={css.refused}>
            {refused.map((one) => (
              <li key={one.claim.claimId}>
                <b>{one.claim.name}</b> {whyOf(one, locale, say)}
              </li>
            ))}
          </ul>
        )}
      </div>
      <Button onClick={() => store.getState().dismiss()}>{say('refusal.dismiss')}</Button>
    </Notice>
  )
}

function wordsOf(said: Said, say: Say): string {
  switch (said.kind) {
    case 'error':
      return say(`error.${said.error.code}`)
    case 'no_such_time':
      return say('snooze.noSuchTime')
    case 'done':
      return `${say(`bulk.done.${said.act}`, { count: said.done })} ${
        said.refused.length === 0 ? '' : say('bulk.leftOut', { count: said.refused.length })
      }`.trim()
    default:
      return say(`snooze.${said.kind}`, { count: said.done })
  }
}

function whyOf({ outcome }: Refused, locale: string, say: Say): string {
  if (outcome === null) return say('bulk.gone')
  return outcome.outcome === 'stale' ? say('bulk.stale') : wordsOfBlocks(outcome.blocks, [], locale, say)
}
