import { useState } from 'react'
import type { AgreementView } from '../../../src-preload/contract/quality.ts'
import type { SampledDecision } from '../../../src-preload/contract/vocabulary/qualityShape.ts'
import { useText } from '../../format/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { NoteForm } from './NoteForm.tsx'
import { OpenClaim } from './OpenClaim.tsx'
import css from './QualityPage.module.css'

type Differing = AgreementView['differing'][number] & Pick<AgreementView, 'criterion'>

interface DecisionRowProps {
  readonly decision: SampledDecision
  readonly differing: readonly Differing[]
  readonly onOpen: () => void
}

/** One drawn decision: who decided, who looks again, in which words they differ; and the note to whoever decided. */
export function DecisionRow({ decision, differing, onOpen }: DecisionRowProps) {
  const say = useText()
  const [isNoting, setNoting] = useState(false)
  const { claimName, first, decisionId, isOfCase } = decision
  return (
    <li className={css.row} data-decision={decisionId}>
      <span>
        <b>{claimName}</b> <span className={css.second}>{wordsOf(decision, say)}</span>
        {isOfCase && <span className={css.second}> {say('quality.ofCase')}</span>}
        {differing.map(({ criterion, item, first: one, second: other }) => (
          <span key={`${criterion} ${item}`}>
            <br />
            {say('quality.differs', {
              criterion: say(`criterion.${criterion}`),
              first: say(`verdict.${one}`),
              second: say(`verdict.${other}`),
            })}
          </span>
        ))}
      </span>
      <span className={css.acts}>
        {first !== null && (
          <Button
            density="small"
            aria-expanded={isNoting}
            aria-label={say('quality.note.write.long', { name: first.decider.name, claim: claimName })}
            onClick={() => setNoting(!isNoting)}
          >
            {say('quality.note.write')}
          </Button>
        )}
        <OpenClaim claimName={claimName} onOpen={onOpen} />
      </span>
      {isNoting && first !== null && (
        <NoteForm
          about={decision}
          to={first.decider}
          missed={differing.map(({ criterion }) => criterion)}
          onDone={() => setNoting(false)}
        />
      )}
    </li>
  )
}

function wordsOf({ first, second, reviewer }: SampledDecision, say: ReturnType<typeof useText>): string {
  if (first === null) return say('quality.sealed')
  const one = { name: first.decider.name, outcome: say(`quality.outcome.${first.outcome}`) }
  if (reviewer === null) return say('quality.decided.nobody', one)
  if (second === null) return say('quality.decided.waits', { ...one, second: reviewer.name })
  const other = { second: reviewer.name, secondOutcome: say(`quality.outcome.${second.outcome}`) }
  return say('quality.decided.both', { ...one, ...other })
}
