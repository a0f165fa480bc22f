import { useIntl } from 'react-intl'
import type { Output } from '../../../src-preload/contract/index.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { SampledDecision } from '../../../src-preload/contract/vocabulary/qualityShape.ts'
import { formatInstant } from '../../../src-preload/words/dates.ts'
import { useText } from '../../format/useText.ts'
import type { Load } from '../../stores/load.ts'
import { Button } from '../../ui/Button.tsx'
import { FailedState, LoadingRows } from '../../ui/states.tsx'
import { Part } from './Part.tsx'
import css from './QualityPage.module.css'

interface OwnReviewsProps {
  readonly read: Load<Output<'quality.reviews'>>
  readonly onAgain: () => void
  readonly onOpenClaim: (claimId: ClaimId) => void
}

/** What this person was drawn to look at again: the words of whoever decided stand there once theirs are in. */
export function OwnReviews({ read, onAgain, onOpenClaim }: OwnReviewsProps) {
  const say = useText()
  return (
    <Part id="own" title={say('quality.own')} hint={say('quality.own.hint')}>
      {read.status === 'failed' ? (
        <FailedState title={say('quality.failed')} error={read.error} onAgain={onAgain} />
      ) : read.status !== 'ready' ? (
        <LoadingRows label={say('quality.loading')} />
      ) : read.value.decisions.length === 0 ? (
        <p>{say('quality.own.none')}</p>
      ) : (
        <ul className={css.list}>
          {read.value.decisions.map((one) => (
            <OwnReview
              key={`${one.sampleId} ${one.decisionId}`}
              decision={one}
              onOpen={() => onOpenClaim(one.claimId)}
            />
          ))}
        </ul>
      )}
    </Part>
  )
}

function OwnReview({
  decision,
  onOpen,
}: {
  readonly decision: SampledDecision
  readonly onOpen: () => void
}) {
  const say = useText()
  const { locale } = useIntl()
  const { claimName, customerName, partnerName, first, second } = decision
  return (
    <li className={css.row}>
      <span>
        <b>{claimName}</b>{' '}
        <span className={css.second}>
          {say('disputes.of', { partner: partnerName, customer: customerName })}
        </span>
        <br />
        <span className={css.second}>
          {second === null || first === null
            ? say('quality.own.waits')
            : say('quality.own.both', {
                time: formatInstant(locale, second.at, 'stamp'),
                mine: say(`quality.outcome.${second.outcome}`),
                name: first.decider.name,
                theirs: say(`quality.outcome.${first.outcome}`),
              })}
        </span>
      </span>
      <Button
        density="small"
        aria-label={say('quality.openClaim.long', { claim: claimName })}
        {...(second === null && { appearance: 'primary', 'data-filled': '' })}
        onClick={onOpen}
      >
        {say(second === null ? 'quality.own.begin' : 'quality.openClaim')}
      </Button>
    </li>
  )
}
