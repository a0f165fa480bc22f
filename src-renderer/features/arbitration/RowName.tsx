import { SplitVertical16Regular } from '@fluentui/react-icons/svg/split-vertical'
import { useText } from '../../format/useText.ts'
import { PANE_SIDES } from './panes/linkedScroll.ts'
import type { PlacedRow } from './panes/partyPlaces.ts'
import type { CasePanesModel } from './panes/useCasePanes.ts'
import css from './RowName.module.css'

interface RowNameProps {
  readonly name: string
  /** Null = it rests on no paper. */
  readonly row: PlacedRow | null
  readonly model: CasePanesModel | null
}

/** The name of a row, and the way to its place in both papers at once. */
export function RowName({ name, row, model }: RowNameProps) {
  const say = useText()
  const hasPlace =
    row !== null &&
    model !== null &&
    PANE_SIDES.some((side) => (model.places.get(model.view[side].claimId)?.inRow(row) ?? []).length > 0)
  if (!hasPlace) return name
  const words = say('arbitration.panes.both', { row: name })
  return (
    <span className={css.name}>
      {name}
      <button
        type="button"
        className={css.both}
        aria-label={words}
        aria-pressed={model.view.row === row}
        title={words}
        onClick={() => model.showRow(row)}
      >
        <SplitVertical16Regular />
      </button>
    </span>
  )
}
