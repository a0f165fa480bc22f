import { lazy, Suspense } from 'react'
import { useIntl } from 'react-intl'
import type { ClaimCount } from '../../../src-preload/contract/vocabulary/queueShape.ts'
import { countWords } from '../../format/claimCount.ts'
import { useText } from '../../format/useText.ts'
import { useShared } from '../../stores/Stores.tsx'
import { CommandButton } from '../../ui/CommandButton.tsx'
import { FilterField } from './filter/FilterField.tsx'
import type { QueueState } from './queueStore.ts'
import type { ViewsStore } from './views/viewsStore.ts'
import css from './FilterBar.module.css'

const DeskMenu = lazy(async () => ({ default: (await import('./views/DeskMenu.tsx')).DeskMenu }))

interface FilterBarProps {
  readonly views: ViewsStore
  readonly counts: QueueState['counts']
  /** Claims that match; null = not known yet. */
  readonly shown: ClaimCount | null
}

export function FilterBar({ views, counts, shown }: FilterBarProps) {
  const say = useText()
  const intl = useIntl()
  const all = counts.reduce((sum, { claims }) => sum + claims, 0)
  const isFiltered = useShared('filter', ({ filter }) => filter.text !== '')
  return (
    <div className={css.bar} role="search" data-pane="filter">
      <h1 className={css.title}>{say('page.queue')}</h1>
      <FilterField />
      <span className={`${css.count} pd-num`} role="status">
        {shown === null
          ? null
          : isFiltered
            ? say('filter.shownOf', { shown: countWords(shown, say), all: intl.formatNumber(all) })
            : say('filter.all', { count: shown.claims })}
      </span>
      <CommandButton command="takeNext" withKey>
        {say('command.takeNext')}
      </CommandButton>
      <Suspense fallback={<span className={css.menuPlace} />}>
        <DeskMenu views={views} counts={counts} />
      </Suspense>
    </div>
  )
}
