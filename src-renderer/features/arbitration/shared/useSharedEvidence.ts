import { useAnnounce } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { useIntl } from 'react-intl'
import type { BoardParty, CaseBoard } from '../../../../src-preload/contract/caseBoard.ts'
import type { Output } from '../../../../src-preload/contract/index.ts'
import { useCommand } from '../../../app/useCommand.ts'
import { useText } from '../../../format/useText.ts'
import { type Load, valueOf } from '../../../stores/load.ts'
import { useRead } from '../../../stores/useRead.ts'
import { usePainted } from '../../../ui/usePainted.ts'
import type { CasePanes } from '../panes/casePanes.ts'
import { sharedWords, type ShownShared, shownShared } from './sharedPlaces.ts'

export interface SharedModel {
  readonly load: Load<Output<'arbitration.shared'>>
  readonly again: () => void
  readonly all: readonly ShownShared[]
  /** Of the one that both panes were sent to last; null = none. */
  readonly current: number | null
  readonly open: (shared: ShownShared) => void
  readonly percent: (share: number) => string
}

/** What the papers of the parties have in common: asked for once the board is painted, and again when a paper was read or came. */
export function useSharedEvidence(
  { caseId, parties: given }: CaseBoard,
  parties: readonly BoardParty[],
  panes: CasePanes | null,
): SharedModel {
  const say = useText()
  const intl = useIntl()
  const { announce } = useAnnounce()
  const [current, setCurrent] = useState<number | null>(null)
  const isPainted = usePainted()
  const asOf = useMemo(
    () => given.map(({ checker, documents }) => [checker, ...documents.map(({ sha256 }) => sha256)]).join(),
    [given],
  )
  const [load, again] = useRead('arbitration.shared', isPainted ? { caseId } : null, asOf)
  const found = valueOf(load)?.found
  const all = useMemo(() => shownShared(found ?? [], parties, say), [found, parties, say])
  const percent = (share: number) =>
    intl.formatNumber(Math.floor(share * 100) / 100, { style: 'percent', maximumFractionDigits: 0 })
  const open = (shared: ShownShared) => {
    setCurrent(shared.number)
    panes?.showPages(shared.sides)
    announce(sharedWords(shared, { say, percent }))
  }
  const step = () => {
    const at = all.findIndex(({ number }) => number === current)
    const next = all[(at + 1) % Math.max(1, all.length)]
    if (next !== undefined) open(next)
  }
  useCommand('shared.next', step, panes !== null && all.length > 0)
  return { load, again, all, current, open, percent }
}
