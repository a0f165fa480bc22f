import { useMemo } from 'react'
import type { ClaimDetail, CriterionView } from '../../../src-preload/contract/claims.ts'
import { CRITERIA, type Criterion } from '../../../src-preload/contract/vocabulary/words.ts'
import { useText } from '../../format/useText.ts'
import type { EvidenceIndex } from '../../stores/evidence.ts'
import { type Standing, standingOf } from '../../stores/shownVerdict.ts'
import { Notice } from '../../ui/Notice.tsx'
import { VerdictShape } from '../../ui/glyphs.tsx'
import { BlindNotice } from './BlindNotice.tsx'
import { ClaimChecks } from './ClaimChecks.tsx'
import { Contradictions } from './Contradictions.tsx'
import { CriterionRow } from './CriterionRow.tsx'
import { DocumentProblems } from './DocumentProblems.tsx'
import { FoundPlaceForm } from './FoundPlaceForm.tsx'
import { FlagList } from './FlagList.tsx'
import { ProductsRow } from './ProductsRow.tsx'
import { RecheckNotice } from './RecheckNotice.tsx'
import css from './ChecksPanel.module.css'

export interface ChecksProps {
  readonly detail: ClaimDetail
  readonly index: EvidenceIndex
  readonly onShow: (number: number) => void
  readonly onShowFlag: (documentId: string, markId: string) => void
}

interface ChecksPanelProps extends ChecksProps {
  readonly onShowFact: (value: string) => void
}

/** What was checked, what it rests on, and the reviewer's word on it. Always in the same order. */
export function ChecksPanel(props: ChecksPanelProps) {
  const say = useText()
  const { detail } = props
  return (
    <section className={css.panel} aria-label={say('checks.label')} data-pane="checks">
      <div className={css.head}>
        <h2>{say('checks.label')}</h2>
        <Tally criteria={detail.criteria} />
      </div>
      {detail.checkStatus === 'waiting' && <Notice tone="note">{say('checks.waiting')}</Notice>}
      {detail.checkStatus === 'failed' && <Notice tone="warning">{say('checks.failed')}</Notice>}
      <BlindNotice blind={detail.blind} />
      <FoundPlaceForm detail={detail} />
      <Contradictions {...props} />
      <RecheckNotice detail={detail} />
      <ul>
        {CRITERIA.map((criterion) => (
          <Group key={criterion} criterion={criterion} {...props} />
        ))}
      </ul>
      <DocumentProblems detail={detail} />
      <FlagList detail={detail} onShowFlag={props.onShowFlag} />
      <ClaimChecks {...props} />
    </section>
  )
}

function Group({ criterion, ...props }: ChecksProps & { readonly criterion: Criterion }) {
  const { criteria } = props.detail
  const views = useMemo(() => criteria.filter((view) => view.criterion === criterion), [criteria, criterion])
  if (criterion === 'products') return views.length === 0 ? null : <ProductsRow views={views} {...props} />
  return views.map((view) => <CriterionRow key={view.criterion} view={view} {...props} />)
}

const TALLIED = ['not_met', 'cannot_tell', 'to_confirm', 'met'] as const satisfies readonly Standing[]
const TONE = {
  not_met: css.notMet,
  cannot_tell: css.cannotTell,
  to_confirm: css.cannotTell,
  met: css.met,
} as const

function Tally({ criteria }: { readonly criteria: readonly CriterionView[] }) {
  const say = useText()
  return (
    <span className={css.tally}>
      {TALLIED.map((verdict) => {
        const count = criteria.filter((view) => standingOf(view) === verdict).length
        return count === 0 ? null : (
          <span key={verdict} className={TONE[verdict]}>
            <VerdictShape verdict={verdict} /> {say(`checks.tally.${verdict}`, { count })}
          </span>
        )
      })}
    </span>
  )
}
