import { Textarea, useAnnounce } from '@fluentui/react-components'
import { LockClosed16Regular } from '@fluentui/react-icons/svg/lock-closed'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'
import {
  COMMENT_VISIBILITIES,
  type CommentVisibility,
} from '../../../src-preload/contract/vocabulary/words.ts'
import { useText } from '../../format/useText.ts'
import { noteKey } from '../../stores/claimViewStore.ts'
import { useShared, useStores } from '../../stores/Stores.tsx'
import { Button } from '../../ui/Button.tsx'
import { wordsOfBlocks } from './blockWords.ts'
import { blocksOfAction } from './decisionRules.ts'
import css from './TalkDrawer.module.css'

const NOTES_FIRST: readonly CommentVisibility[] = COMMENT_VISIBILITIES.toSorted((visibility) =>
  visibility === 'internal' ? -1 : 1,
)

/** Two drafts that never mix: what is typed as an internal note cannot become a letter by a switch. */
export function CommentForm({ detail }: { readonly detail: ClaimDetail }) {
  const say = useText()
  const { locale } = useIntl()
  const { announce } = useAnnounce()
  const { claimView, openClaim } = useStores()
  const [visibility, setVisibility] = useState<CommentVisibility>('internal')
  const { claimId, partnerCompanyName, items } = detail.claim.form
  const key = noteKey(claimId, visibility)
  const text = useShared('claimView', (state) => state.notes[key] ?? '')
  const busy = useShared('openClaim', (state) => state.busy)
  const blocks = blocksOfAction(detail.actions, 'comment')
  const canSave = text.trim() !== '' && !busy && blocks.length === 0
  const save = async () => {
    if (!canSave) return
    const accepted = await openClaim.getState().send('claims.comment', { text: text.trim(), visibility })
    if (accepted === null) return
    claimView.getState().setNote(key, '')
    announce(say('announce.commented'))
  }
  return (
    <div className={css.compose}>
      <div className={css.kinds} role="group">
        {NOTES_FIRST.map((each) => (
          <Button
            key={each}
            aria-pressed={each === visibility}
            className={`${css.tab}`}
            {...(each === 'internal' && { icon: <LockClosed16Regular /> })}
            onClick={() => setVisibility(each)}
          >
            {say(each === 'internal' ? 'talk.internal' : 'talk.toPartner')}
          </Button>
        ))}
      </div>
      <Textarea
        className={visibility === 'internal' ? `${css.note}` : `${css.text}`}
        aria-label={say(`talk.text.${visibility}`, { partner: partnerCompanyName })}
        placeholder={say(`talk.text.${visibility}`, { partner: partnerCompanyName })}
        maxLength={8000}
        spellCheck={false}
        value={text}
        onChange={(_, { value }) => claimView.getState().setNote(key, value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          void save()
        }}
      />
      <div className={css.save}>
        <span>{wordsOfBlocks(blocks, items, locale, say)}</span>
        <Button disabledFocusable={!canSave} onClick={() => void save()}>
          {say(`talk.save.${visibility}`)}
        </Button>
      </div>
    </div>
  )
}
