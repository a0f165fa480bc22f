import { useArrowNavigationGroup } from '@fluentui/react-components'
import { useIntl } from 'react-intl'
import type { LeadBoard } from '../../../src-preload/contract/lead.ts'
import type { LeadFigure } from '../../../src-preload/contract/vocabulary/leadShape.ts'
import type { LeadTile } from '../../../src-preload/contract/vocabulary/leadWords.ts'
import { useText } from '../../format/useText.ts'
import { useShared, useStores } from '../../stores/Stores.tsx'
import { ClockShape } from '../../ui/glyphs.tsx'
import { isSameFigure } from './figureWords.ts'
import css from './Tiles.module.css'

/** The id of the list that every tile opens. */
export const LIST_ID = 'lead-list'

interface TileGroup {
  readonly name:
    | 'open'
    | 'due_today'
    | 'at_risk'
    | 'breached'
    | 'paused'
    | 'waiting_for_partner'
    | 'in_arbitration'
  readonly figures: readonly LeadFigure[]
}

const tile = (of: LeadTile): LeadFigure => ({ of: 'tile', tile: of })

const GROUPS: readonly TileGroup[] = [
  { name: 'open', figures: [tile('open')] },
  { name: 'due_today', figures: [tile('due_today')] },
  { name: 'at_risk', figures: [tile('at_risk_75'), tile('at_risk_50'), tile('at_risk_90')] },
  { name: 'breached', figures: [tile('breached'), tile('breach_waiting')] },
  { name: 'paused', figures: [tile('paused'), { of: 'late_pauses' }] },
  { name: 'waiting_for_partner', figures: [tile('waiting_for_partner')] },
  { name: 'in_arbitration', figures: [tile('in_arbitration')] },
]

/** The numbers of the day. One tab stop; each is a tab of the list below. */
export function Tiles({ board }: { readonly board: LeadBoard }) {
  const say = useText()
  const arrows = useArrowNavigationGroup({ axis: 'both', memorizeCurrent: true, circular: true })
  return (
    <div className={css.tiles} role="tablist" aria-label={say('lead.tiles')} data-pane="tiles" {...arrows}>
      {GROUPS.map(({ name, figures }) => (
        <div key={name} className={css.group} role="presentation">
          <span className={css.name} aria-hidden="true">
            {name === 'breached' && countOf(board, tile('breached')) > 0 && (
              <span className={css.over}>
                <ClockShape stage="over" />
              </span>
            )}
            {say(`lead.group.${name}`)}
          </span>
          <span className={css.numbers} role="presentation">
            {figures.map((figure, at) => (
              <Tile
                key={JSON.stringify(figure)}
                figure={figure}
                count={countOf(board, figure)}
                isMain={at === 0}
              />
            ))}
          </span>
        </div>
      ))}
    </div>
  )
}

function countOf(board: LeadBoard, figure: LeadFigure): number {
  if (figure.of === 'late_pauses') return board.latePauses
  if (figure.of !== 'tile') return 0
  return board.tiles.find((one) => one.tile === figure.tile)?.claims ?? 0
}

interface TileProps {
  readonly figure: LeadFigure
  readonly count: number
  /** The big number; the others stand beside it and only where they are not nothing. */
  readonly isMain: boolean
}

function Tile({ figure, count, isMain }: TileProps) {
  const say = useText()
  const { formatNumber } = useIntl()
  const { lead } = useStores()
  const isChosen = useShared('lead', (state) => isSameFigure(state.figure, figure))
  if (!isMain && count === 0 && !isChosen) return null
  const word = figure.of === 'tile' ? figure.tile : 'late_pauses'
  const isBad = word === 'breached' && count > 0
  return (
    <button
      type="button"
      role="tab"
      aria-selected={isChosen}
      aria-controls={LIST_ID}
      aria-label={say('lead.number', { count, what: say(`lead.tile.${word}`) })}
      className={`${isMain ? css.main : css.side} ${isBad ? css.bad : ''}`}
      onClick={() => lead.getState().choose(figure)}
    >
      <span className={`${css.count} pd-num`}>{formatNumber(count)}</span>
      <span className={css.what}>{say(`lead.sub.${word}`)}</span>
    </button>
  )
}
