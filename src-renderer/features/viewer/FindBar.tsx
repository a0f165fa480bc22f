import { Input } from '@fluentui/react-components'
import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronUp20Regular } from '@fluentui/react-icons/svg/chevron-up'
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss'
import { LocalLanguage20Regular } from '@fluentui/react-icons/svg/local-language'
import { TextWholeWord20Regular } from '@fluentui/react-icons/svg/text-whole-word'
import type { KeyboardEvent, Ref } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { ToolButton } from './ToolButton.tsx'
import type { FindQuery } from './viewerSession.ts'
import type { FindCount } from './viewerState.ts'
import { useViewerStyles } from './viewerStyles.ts'

interface FindBarProps {
  readonly inputRef: Ref<HTMLInputElement>
  readonly query: FindQuery
  /** Null until something was searched for. */
  readonly count: FindCount | null
  readonly onQuery: (query: FindQuery) => void
  readonly onAgain: (direction: 'next' | 'previous') => void
  readonly onClose: () => void
}

/** Search in the document: Enter walks on, Shift+Enter back, Escape closes. */
export function FindBar({ inputRef, query, count, onQuery, onAgain, onClose }: FindBarProps) {
  const intl = useIntl()
  const styles = useViewerStyles()
  const nothing = query.query === '' || (count?.total ?? 0) === 0
  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') onAgain(event.shiftKey ? 'previous' : 'next')
    else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={styles.bar} role="search">
      <Input
        input={{ ref: inputRef }}
        className={styles.findField}
        size="small"
        type="text"
        value={query.query}
        maxLength={500}
        aria-label={intl.formatMessage({ id: 'viewer.find' })}
        placeholder={intl.formatMessage({ id: 'viewer.find.placeholder' })}
        onChange={(_, { value }) => onQuery({ ...query, query: value })}
        onKeyDown={onKeyDown}
      />
      <ToolButton
        nameId="viewer.find.wholeWord"
        icon={<TextWholeWord20Regular />}
        pressed={query.wholeWord}
        onClick={() => onQuery({ ...query, wholeWord: !query.wholeWord })}
      />
      <ToolButton
        nameId="viewer.find.matchDiacritics"
        icon={<LocalLanguage20Regular />}
        pressed={query.matchDiacritics}
        onClick={() => onQuery({ ...query, matchDiacritics: !query.matchDiacritics })}
      />
      <span className={styles.findCount} role="status">
        {query.query !== '' && count && <Count count={count} />}
      </span>
      <ToolButton
        nameId="viewer.find.previous"
        icon={<ChevronUp20Regular />}
        disabled={nothing}
        onClick={() => onAgain('previous')}
      />
      <ToolButton
        nameId="viewer.find.next"
        icon={<ChevronDown20Regular />}
        disabled={nothing}
        onClick={() => onAgain('next')}
      />
      <span className={styles.grow} />
      <ToolButton nameId="viewer.find.close" icon={<Dismiss20Regular />} onClick={onClose} />
    </div>
  )
}

function Count({ count }: { readonly count: FindCount }) {
  if (count.total > 0) {
    return <FormattedMessage id="viewer.find.count" values={{ current: count.current, total: count.total }} />
  }
  return <FormattedMessage id={count.pending ? 'viewer.find.searching' : 'viewer.find.none'} />
}
