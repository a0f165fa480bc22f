import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { useIsTeamLead } from '../../app/useIsTeamLead.ts'
import { useText } from '../../format/useText.ts'
import { useRead } from '../../stores/useRead.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Notes } from './Notes.tsx'
import { OwnReviews } from './OwnReviews.tsx'
import { Precision } from './Precision.tsx'
import { Samples } from './Samples.tsx'
import { Twins } from './Twins.tsx'
import { useReread } from './useReread.ts'
import css from './QualityPage.module.css'

interface QualityPageProps {
  readonly onOpenClaim: (claimId: ClaimId) => void
}

/** Looking at decisions that were made: what one was drawn for, notes; for a team lead samples, agreement, twins and precision of checks. */
export function QualityPage({ onOpenClaim }: QualityPageProps) {
  const say = useText()
  const isLead = useIsTeamLead()
  const [reviews, readReviews] = useRead('quality.reviews', {})
  const [notes, readNotes] = useRead('quality.notes', {})
  useReread(readReviews, readNotes)
  return (
    <div className={css.page} data-pane="quality">
      <PageHead title={say('page.quality')} kind="text" />
      <p className={css.hint}>{say(isLead ? 'quality.what.lead' : 'quality.what')}</p>
      {!isLead && <OwnReviews read={reviews} onAgain={readReviews} onOpenClaim={onOpenClaim} />}
      {isLead && <Samples onOpenClaim={onOpenClaim} />}
      {isLead && <Twins onOpenClaim={onOpenClaim} />}
      {isLead && <Precision onOpenClaim={onOpenClaim} />}
      <Notes read={notes} isLead={isLead} onAgain={readNotes} onOpenClaim={onOpenClaim} />
    </div>
  )
}
