import { useIntl } from 'react-intl'
import type { CriterionView } from '../../../src-preload/contract/claims.ts'
import type { Finding } from '../../../src-preload/contract/vocabulary/checkShape.ts'
import { formatInstant } from '../../../src-preload/words/dates.ts'
import { useText } from '../../format/useText.ts'
import { isOpen, standingOf } from '../../stores/shownVerdict.ts'
import { useShared } from '../../stores/Stores.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import { AbsenceLines } from './AbsenceLines.tsx'
import type { ChecksProps } from './ChecksPanel.tsx'
import { DateReadings } from './DateReadings.tsx'
import { EvidenceNumbers } from './EvidenceNumbers.tsx'
import { findingWords } from './findingWords.ts'
import { OwnEvidenceList } from './OwnEvidenceList.tsx'
import { ReadByHand } from './ReadByHand.tsx'
import { ReviewerWord } from './ReviewerWord.tsx'
import { SignatureKinds } from './SignatureKinds.tsx'
import css from './CriterionRow.module.css'

interface CriterionRowProps extends ChecksProps {
  readonly view: CriterionView
}

export function CriterionRow({ view, detail, index, onShow }: CriterionRowProps) {
  const say = useText()
  const { criterion, machine } = view
  const isActive = useHoldsActive(machine, index)
  const verdict = standingOf(view)
  const isBlind = detail.blind?.state === 'hidden'
  const hasMore = !isBlind && (isOpen(view) || isActive)
  return (
    <li className={isActive ? `${css.criterion} ${css.active}` : css.criterion} data-criterion={criterion}>
      {/* The word stands beside it. */}
      <span className={css.glyph} aria-hidden="true">
        {verdict === null ? <span className={css.unchecked} /> : <Verdict verdict={verdict} />}
      </span>
      <h3>
        {say(`criterion.${criterion}`)} <VerdictWords view={view} isBlind={isBlind} />
      </h3>
      <span className={css.ends}>
        <EvidenceNumbers finding={machine} index={index} onShow={onShow} detail={detail} />
      </span>
      <div className={css.body}>
        <Sentence finding={machine} />
        <AdvisoryNote view={view} />
        <OwnEvidenceList view={view} detail={detail} index={index} onShow={onShow} />
        <ReviewerWord view={view} detail={detail} name={say(`criterion.${criterion}`)} />
        {criterion === 'customerAcknowledgment' && hasMore && <SignatureKinds detail={detail} />}
        {criterion === 'dates' && hasMore && <DateReadings detail={detail} />}
        {criterion === 'dates' && (hasMore || detail.readDays.length > 0) && <ReadByHand detail={detail} />}
        {machine?.absence && hasMore && (
          <AbsenceLines absence={machine.absence} detail={detail} index={index} onShow={onShow} />
        )}
      </div>
    </li>
  )
}

/** The finding whose place is looked at just now is the one that stands open. */
export function useHoldsActive(finding: Finding | null, index: ChecksProps['index']): boolean {
  return useShared('claimView', ({ activeNumber }) => {
    if (finding === null || activeNumber === null) return false
    const places = [...finding.evidence, ...(finding.absence?.nearest ?? [])]
    return places.some((evidence) => index.numberOf(evidence) === activeNumber)
  })
}

/** The word that counts; beside a reviewer's own verdict also what the machine had said. */
export function VerdictWords({
  view,
  isBlind = false,
}: {
  readonly view: CriterionView
  readonly isBlind?: boolean
}) {
  const say = useText()
  const verdict = standingOf(view)
  if (verdict === null)
    return <span className={css.word}>{say(isBlind ? 'blind.yours' : 'checks.notChecked')}</span>
  return <span className={`${css.word} ${css[verdict]}`}>{say(`verdict.${verdict}`)}</span>
}

/** Why a finding that is met still stands open. */
export function AdvisoryNote({ view: { advisory, machine, reviewer } }: { readonly view: CriterionView }) {
  const say = useText()
  const { locale } = useIntl()
  if (advisory === null || machine === null || reviewer !== null) return null
  const since = formatInstant(locale, advisory.since, 'day')
  return (
    <p className={css.sentence}>
      {say('checks.advisory', { since, level: Math.round(advisory.level * 100) })}
    </p>
  )
}

/** Bands and not figures: nobody can tell 81 from 84 per cent, and the checker cannot either. */
function confidenceWord(confidence: number): 'high' | 'medium' | 'low' {
  if (confidence >= 0.85) return 'high'
  return confidence >= 0.6 ? 'medium' : 'low'
}

export function Sentence({ finding }: { readonly finding: Finding | null }) {
  const intl = useIntl()
  if (finding === null) return null
  const percent = Math.round(finding.confidence * 100)
  return (
    <p className={css.sentence}>
      {findingWords(finding, intl)}{' '}
      <span className={css.confidence} title={intl.formatMessage({ id: 'checks.confidence' }, { percent })}>
        {intl.formatMessage({ id: `checks.confidence.${confidenceWord(finding.confidence)}` })}
      </span>
    </p>
  )
}
