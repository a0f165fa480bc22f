import { Comment16Regular } from '@fluentui/react-icons/svg/comment'
import { History16Regular } from '@fluentui/react-icons/svg/history'
import { LockClosed16Regular } from '@fluentui/react-icons/svg/lock-closed'
import { useIntl } from 'react-intl'
import { type DecisionReason, DECISION_REASONS } from '../../../src-preload/contract/vocabulary/words.ts'
import { formatInstant } from '../../format/dates.ts'
import { type Say, useText } from '../../format/useText.ts'
import type { TimelineEntry } from './timeline.ts'
import css from './TalkDrawer.module.css'

export function TimelineItem({ item }: { readonly item: TimelineEntry }) {
  const say = useText()
  const { locale } = useIntl()
  const time = (
    <time className="pd-num" dateTime={item.at} title={formatInstant(locale, item.at, 'moment')}>
      {formatInstant(locale, item.at, 'stamp')}
    </time>
  )
  if (item.kind === 'history') {
    const { kind, actorName, detail } = item.entry
    return (
      <li className={css.item}>
        <History16Regular />
        <b>{say(`history.${kind}`, { name: actorName })}</b>
        {time}
        {detail !== null && <p>{reasonWords(detail, say)}</p>}
      </li>
    )
  }
  const { authorName, side, text, visibility } = item.comment
  const isInternal = visibility === 'internal'
  return (
    <li className={`${css.item} ${css.said} ${isInternal ? css.internal : ''}`}>
      {isInternal ? <LockClosed16Regular /> : <Comment16Regular />}
      <b>
        {isInternal
          ? say('talk.authorInternal', { name: authorName })
          : say('talk.author', { name: authorName, side: say(`side.${side}`) })}
      </b>
      {time}
      <p>{text}</p>
    </li>
  )
}

/** Reasons travel as codes; every other detail is a name or a text and stays as it is. */
function reasonWords(detail: string, say: Say): string {
  return detail
    .split(/(\b[A-Z][A-Z_]+\b)/)
    .map((part) => (isReason(part) ? say(`reason.${part}`) : part))
    .join('')
}

function isReason(part: string): part is DecisionReason {
  return DECISION_REASONS.some((reason) => reason === part)
}
