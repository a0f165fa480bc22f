import { useText } from '../../format/useText.ts'
import { useShared, useStores } from '../../stores/Stores.tsx'
import type { QueueState } from './queueStore.ts'
import { viewStates } from './ViewList.tsx'
import css from './StateChips.module.css'

/** One switch for each status; none pressed = all. */
export function StateChips({ counts }: { readonly counts: QueueState['counts'] }) {
  const say = useText()
  const { filter: filterStore } = useStores()
  const states = useShared('filter', (state) => state.filter.states)
  return (
    <span className={css.chips} role="group" aria-label={say('filter.states')}>
      {viewStates(counts, states).map((state) => (
        <button
          key={state}
          type="button"
          className={css.chip}
          aria-pressed={states.includes(state)}
          onClick={() => filterStore.getState().toggleState(state)}
        >
          {say(`state.short.${state}`)}
        </button>
      ))}
    </span>
  )
}
