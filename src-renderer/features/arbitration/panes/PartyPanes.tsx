import { useEffect, useMemo, useRef } from 'react'
import type { BoardParty } from '../../../../src-preload/contract/caseBoard.ts'
import { useText } from '../../../format/useText.ts'
import { useMedia } from '../../../ui/useMedia.ts'
import { usePainted } from '../../../ui/usePainted.ts'
import { letterIn } from '../../../../src-preload/words/letters.ts'
import type { SharedModel } from '../shared/useSharedEvidence.ts'
import type { CasePanes, CasePanesView } from './casePanes.ts'
import { PANE_SIDES, type PaneSide } from './linkedScroll.ts'
import type { PapersPort } from './panePort.ts'
import { PartyPane } from './PartyPane.tsx'
import { papersOf } from './partyPapers.ts'
import type { PlacesByParty } from './useCasePanes.ts'
import css from './PartyPanes.module.css'

export interface PartyPanesProps {
  /** Left to right, as on the board. */
  readonly parties: readonly BoardParty[]
  readonly places: PlacesByParty
  readonly panes: CasePanes
  readonly view: CasePanesView
  readonly shared: SharedModel
  readonly renderPages: PapersPort['renderPages']
}

/** The papers of two parties beside each other. Their frames come after the board stands there. */
export function PartyPanes({ parties, places, panes, view, shared, renderPages }: PartyPanesProps) {
  const say = useText()
  const isPainted = usePainted()
  const papers = useMemo(() => new Map(parties.map((party) => [party.claimId, papersOf(party)])), [parties])
  const section = useRef<HTMLElement>(null)
  const isStacked = useMedia('(max-width: 1000px)')
  const { active } = view
  const { claimId, number } = view[active]
  const asked = number === null && shared.current === null ? null : `${claimId} ${number} ${shared.current}`
  useEffect(() => {
    // The board stands above the papers there, and would leave what was asked for out of sight.
    if (isStacked && asked !== null) section.current?.scrollIntoView({ block: 'start' })
  }, [isStacked, asked])
  return (
    <section
      ref={section}
      className={css.papers}
      aria-label={say('arbitration.panes.name')}
      data-alone={view.alone ?? undefined}
      data-shown={view.active}
    >
      <SideSwitch parties={parties} view={view} onShow={(side) => panes.touch(side)} />
      <div className={css.panes}>
        {PANE_SIDES.map((side) => {
          const party = parties.find(({ claimId }) => claimId === view[side].claimId)
          return party === undefined ? null : (
            <PartyPane
              key={side}
              side={side}
              party={party}
              parties={parties}
              papers={papers.get(party.claimId) ?? []}
              places={places}
              panes={panes}
              view={view}
              shared={shared}
              renderPages={isPainted ? renderPages : null}
            />
          )
        })}
      </div>
    </section>
  )
}

interface SideSwitchProps extends Pick<PartyPanesProps, 'parties' | 'view'> {
  readonly onShow: (side: PaneSide) => void
}

/** Shown where two papers have no room beside each other. */
function SideSwitch({ parties, view, onShow }: SideSwitchProps) {
  const say = useText()
  return (
    <div className={css.switch} role="group" aria-label={say('arbitration.panes.shown')}>
      {PANE_SIDES.map((side) => {
        const party = parties.find(({ claimId }) => claimId === view[side].claimId)
        return party === undefined ? null : (
          <button key={side} type="button" aria-pressed={side === view.active} onClick={() => onShow(side)}>
            <b>{letterIn(parties, party.claimId)}</b> {party.partnerName}
          </button>
        )
      })}
    </div>
  )
}
