import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'
import { useText } from '../../format/useText.ts'
import { useStores } from '../../stores/Stores.tsx'
import { Button } from '../../ui/Button.tsx'
import { useReturnFocus } from '../../ui/useReturnFocus.ts'
import { CommentForm } from './CommentForm.tsx'
import { TimelineItem } from './TimelineItem.tsx'
import { isInTab, TALK_TABS, type TalkTab, timelineOf } from './timeline.ts'
import css from './TalkDrawer.module.css'

/** Comments and history over the checks; the decision bar stays free. */
export function TalkDrawer({ detail }: { readonly detail: ClaimDetail }) {
  const say = useText()
  const { claimView } = useStores()
  const [tab, setTab] = useState<TalkTab>('all')
  const drawer = useRef<HTMLElement>(null)
  const entries = useMemo(() => timelineOf(detail.claim), [detail.claim])
  const shown = entries.filter((entry) => isInTab(entry, tab))
  const close = () => claimView.getState().toggleTalk()
  useReturnFocus()
  useEffect(() => drawer.current?.focus(), [])
  return (
    <aside
      ref={drawer}
      className={css.drawer}
      aria-label={say('talk.label')}
      data-pane="talk"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.preventDefault()
        close()
      }}
    >
      <div className={css.head}>
        <h2>{say('talk.label')}</h2>
        <Button
          appearance="subtle"
          icon={<Dismiss20Regular />}
          data-icon-only=""
          aria-label={say('talk.close')}
          onClick={close}
        />
      </div>
      <div className={css.tabs} role="group" aria-label={say('talk.label')}>
        {TALK_TABS.map((each) => (
          <Button
            key={each}
            appearance="subtle"
            className={`${css.tab}`}
            aria-pressed={each === tab}
            onClick={() => setTab(each)}
          >
            {say(`talk.tab.${each}`, { count: entries.filter((entry) => isInTab(entry, each)).length })}
          </Button>
        ))}
      </div>
      <ol className={css.list}>
        {shown.map((entry) => (
          <TimelineItem key={`${entry.kind} ${entry.id}`} item={entry} />
        ))}
        {shown.length === 0 && <li className={css.empty}>{say('talk.empty')}</li>}
      </ol>
      <CommentForm detail={detail} />
    </aside>
  )
}
