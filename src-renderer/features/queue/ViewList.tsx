import type { ClaimState } from '../../../src-preload/contract/vocabulary/words.ts'
import { useIntl } from 'react-intl'
import { useText } from '../../format/useText.ts'
import { useShared, useStores } from '../../stores/Stores.tsx'
import type { QueueState } from './queueStore.ts'
import css from './ViewList.module.css'

/** In the order of a reviewer's day; drafts belong to the partner and are not in the list. */
export const VIEW_STATES = [
  'submitted',
  'under_review',
  'partner_action_required',
  'approved',
  'rejected',
] as const satisfies readonly ClaimState[]

type ViewState = (typeof VIEW_STATES)[number] | 'unknown'

/** Claims with a status of a later year are offered only where there are any, or where they are shown. */
export function viewStates(counts: QueueState['counts'], shown: readonly ClaimState[]): readonly ViewState[] {
  const hasUnknown = counts.some(({ state, claims }) => state === 'unknown' && claims > 0)
  return hasUnknown || shown.includes('unknown') ? [...VIEW_STATES, 'unknown'] : VIEW_STATES
}

/** The whole queue and one view for each status, with counts over everything. */
export function ViewList({ counts }: { readonly counts: QueueState['counts'] }) {
  const say = useText()
  const { filter: filterStore } = useStores()
  const states = useShared('filter', (state) => state.filter.states)
  const all = counts.reduce((sum, { claims }) => sum + claims, 0)
  const show = (wanted: readonly ClaimState[]) => filterStore.getState().setStates(wanted)
  return (
    <nav className={css.views} aria-label={say('views.label')} data-pane="views">
      <h2>{say('views.label')}</h2>
      <View name={say('views.all')} count={all} isHere={states.length === 0} onShow={() => show([])} />
      <h2>{say('views.byStatus')}</h2>
      {viewStates(counts, states).map((state) => (
        <View
          key={state}
          name={say(`state.${state}`)}
          count={counts.find((each) => each.state === state)?.claims ?? 0}
          isHere={states.length === 1 && states[0] === state}
          onShow={() => show([state])}
        />
      ))}
    </nav>
  )
}

interface ViewProps {
  readonly name: string
  readonly count: number
  readonly isHere: boolean
  readonly onShow: () => void
}

function View({ name, count, isHere, onShow }: ViewProps) {
  const intl = useIntl()
  return (
    <button type="button" className={css.view} onClick={onShow} {...(isHere && { 'aria-current': 'true' })}>
      <span className="pd-cut">{name}</span>
      <span className={`${css.count} pd-num`}>{intl.formatNumber(count)}</span>
    </button>
  )
}
