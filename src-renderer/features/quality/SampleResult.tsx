import type { Output } from '../../../src-preload/contract/index.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { SampleCell, SampleView } from '../../../src-preload/contract/vocabulary/qualityShape.ts'
import { useText } from '../../format/useText.ts'
import { useRead } from '../../stores/useRead.ts'
import { AgreementTable } from './AgreementTable.tsx'
import { Cells } from './Cells.tsx'
import { DecisionRow } from './DecisionRow.tsx'
import { Asked } from './Part.tsx'
import { useReread } from './useReread.ts'
import css from './QualityPage.module.css'

interface SampleResultProps {
  readonly sample: SampleView
  readonly onOpenClaim: (claimId: ClaimId) => void
}

type Result = Extract<Output<'quality.sample'>, { outcome: 'ok' }>

/** How far two people agree on what was drawn, and every decision with the words in which they differ. */
export function SampleResult({ sample: { sampleId, reviewed, cells }, onOpenClaim }: SampleResultProps) {
  const [read, again] = useRead('quality.sample', { sampleId }, reviewed)
  useReread(again)
  return (
    <Asked read={read} onAgain={again}>
      {(result) => <Result result={result} cells={cells} onOpenClaim={onOpenClaim} />}
    </Asked>
  )
}

interface ResultProps extends Pick<SampleResultProps, 'onOpenClaim'> {
  readonly result: Result
  readonly cells: readonly SampleCell[]
}

function Result({ result, cells, onOpenClaim }: ResultProps) {
  const say = useText()
  const { decisions, agreement, outcomes } = result
  return (
    <>
      <h3 id="quality-agreement">{say('quality.agreement')}</h3>
      {/* Who decided without a word on any criterion can still be agreed with, or not. */}
      {outcomes.of === 0 ? <p>{say('quality.agreement.none')}</p> : <AgreementTable result={result} />}
      {cells.length > 0 && <Cells cells={cells} />}
      <h3>{say('quality.decisions')}</h3>
      <ul className={css.list}>
        {decisions.map((decision) => (
          <DecisionRow
            key={decision.decisionId}
            decision={decision}
            differing={agreement.flatMap(({ criterion, differing }) =>
              differing
                .filter(({ decisionId }) => decisionId === decision.decisionId)
                .map((words) => ({ ...words, criterion })),
            )}
            onOpen={() => onOpenClaim(decision.claimId)}
          />
        ))}
      </ul>
    </>
  )
}
