import { useIntl } from 'react-intl'
import { formatInstant } from '../../../../src-preload/words/dates.ts'
import { useText } from '../../../format/useText.ts'
import { CommandButton } from '../../../ui/CommandButton.tsx'
import { blocksOfAction } from '../decide/decisionRules.ts'
import { hasPlace } from '../decide/places.ts'
import { Section } from '../facts/factParts.tsx'
import type { MatterProps } from './matterProps.ts'
import css from './Matters.module.css'

/** S-125 to S-130: others claim the same; the first review and the hold are told apart, so that no wait looks like a delay. */
export function ArbitrationMatter({ detail }: MatterProps) {
  const say = useText()
  const { locale } = useIntl()
  const { claim, actions } = detail
  const { heldSince, firstReviewedAt } = claim.matters
  return (
    <Section title={say('matter.arbitration')}>
      <p className={css.state}>
        {heldSince === null
          ? say('claim.competing', { count: claim.competingClaims })
          : say('matter.heldSince', { time: formatInstant(locale, heldSince, 'stamp') })}
      </p>
      {heldSince !== null && claim.competingClaims > 0 && (
        <p className={css.line}>{say('claim.competing', { count: claim.competingClaims })}</p>
      )}
      {firstReviewedAt !== null && (
        <p className={css.second}>
          {say('matter.firstReviewed', { time: formatInstant(locale, firstReviewedAt, 'stamp') })}
        </p>
      )}
      {hasPlace('hold_for_arbitration', claim) && (
        <span className={css.act}>
          <CommandButton
            command="decide.hold"
            density="small"
            withKey
            isBlocked={blocksOfAction(actions, 'hold_for_arbitration').length > 0}
          >
            {say('command.hold')}
          </CommandButton>
        </span>
      )}
    </Section>
  )
}
