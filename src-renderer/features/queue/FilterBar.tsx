import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import { Search16Regular } from '@fluentui/react-icons/svg/search'
import { useRef } from 'react'
import { useIntl } from 'react-intl'
import { useCommand } from '../../app/useCommand.ts'
import { useText } from '../../format/useText.ts'
import { useShared, useStores } from '../../stores/Stores.tsx'
import { CommandButton } from '../../ui/CommandButton.tsx'
import { KeyCaps } from '../../ui/KeyCaps.tsx'
import type { QueueState } from './queueStore.ts'
import { StateChips } from './StateChips.tsx'
import css from './FilterBar.module.css'

interface FilterBarProps {
  readonly counts: QueueState['counts']
  /** Claims that match; null = not known yet. */
  readonly shown: number | null
}

export function FilterBar({ counts, shown }: FilterBarProps) {
  const say = useText()
  const intl = useIntl()
  const all = counts.reduce((sum, { claims }) => sum + claims, 0)
  const isFiltered = useShared('filter', ({ filter }) => filter.text !== '' || filter.states.length > 0)
  return (
    <div className={css.bar} role="search" data-pane="filter">
      <h1 className={css.title}>{say('page.queue')}</h1>
      <FilterText />
      <StateChips counts={counts} />
      <span className={`${css.count} pd-num`} role="status">
        {shown === null
          ? null
          : isFiltered
            ? say('filter.shownOf', { shown: intl.formatNumber(shown), all: intl.formatNumber(all) })
            : say('filter.all', { count: shown })}
      </span>
      <CommandButton command="takeNext" withKey>
        {say('command.takeNext')}
      </CommandButton>
    </div>
  )
}

function FilterText() {
  const say = useText()
  const { filter: filterStore } = useStores()
  const text = useShared('filter', (state) => state.filter.text)
  const { setText } = filterStore.getState()
  const input = useRef<HTMLInputElement>(null)
  useCommand('queue.filter', () => input.current?.select())
  return (
    <span className={css.field}>
      <Search16Regular className={`${css.icon}`} />
      <input
        ref={input}
        type="text"
        className={css.input}
        value={text}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
        aria-label={say('filter.label')}
        placeholder={say('filter.placeholder')}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape' && text !== '') setText('')
          else if (event.key === 'Escape' || event.key === 'ArrowDown' || event.key === 'Enter') focusGrid()
        }}
      />
      {text === '' ? (
        <KeyCaps binding="/" />
      ) : (
        <button
          type="button"
          className={css.clear}
          aria-label={say('filter.clearText')}
          onClick={() => setText('')}
        >
          <Dismiss16Regular />
        </button>
      )}
    </span>
  )
}

function focusGrid(): void {
  document.querySelector<HTMLElement>('[role=grid]')?.focus()
}
