import { useIntl } from 'react-intl'
import { formatDue, formatInstant } from '../../../../src-preload/words/dates.ts'
import { useText } from '../../../format/useText.ts'
import { daysWords } from '../../../format/daysWords.ts'
import { Id, Section } from '../facts/factParts.tsx'
import { subscriptionsOf } from '../ids/claimIds.ts'
import type { MatterProps } from './matterProps.ts'
import { consentStage } from './openMatters.ts'
import css from './Matters.module.css'

/** S-13, S-66, S-67: what an approval means, and what it does not. */
export function ApprovalMatter({ detail }: MatterProps) {
  const say = useText()
  const { policy, claim } = detail
  const isPending = claim.subState === 'consent_open'
  return (
    <Section title={say('matter.approval')}>
      <p className={css.state}>{say(isPending ? 'approval.pending' : 'approval.official')}</p>
      <p className={css.line}>{say('approval.noPayout')}</p>
      {policy !== null && <p className={css.line}>{say(`dataAccess.${policy.dataAccess}`)}</p>}
      {claim.subState === 'sent_for_incentive_assessment' && (
        <p className={css.line}>{say('approval.sent')}</p>
      )}
      <Subscriptions claim={claim} />
    </Section>
  )
}

/** S-15, S-123: by these the partner finds what it earns, so they are in sight once the claim is approved. */
function Subscriptions({ claim }: Pick<MatterProps['detail'], 'claim'>) {
  const say = useText()
  return subscriptionsOf(claim).map(({ id, items }) => (
    <div key={id} className={css.line}>
      <span className={css.second}>{say('approval.subscription', { items: items.join(', ') })}</span>
      <div>
        <Id text={id} what={say('copy.subscriptionId')} />
      </div>
    </div>
  ))
}

/** S-59, C-1 to C-3: what the customer was told and said; silence is consent. */
export function ConsentMatter({ detail }: MatterProps) {
  const say = useText()
  const { locale } = useIntl()
  const { claim, policy } = detail
  const stage = consentStage(claim)
  const { consent } = claim.matters
  if (stage === null || consent === null) return null
  const dueAt = claim.clocks.find(({ timer }) => timer === 'consent')?.dueAt ?? null
  const time = (instant: string | null) =>
    instant === null ? say('facts.unknown') : formatInstant(locale, instant, 'stamp')
  return (
    <Section
      title={say('matter.consent')}
      aside={policy === null ? undefined : daysWords(policy.consent.length, policy.consent.unit, say)}
    >
      <p className={stage.startsWith('declined') ? css.over : css.state}>{say(`consent.${stage}`)}</p>
      {stage === 'pending' && (
        <>
          {dueAt !== null && (
            <p className={css.line}>{say('consent.until', { due: formatDue(locale, dueAt, 'moment') })}</p>
          )}
          <p className={css.line}>{say('consent.silence')}</p>
        </>
      )}
      <p className={css.second}>
        {consent.noticedAt === null
          ? say('consent.untold')
          : say('consent.noticed', { time: time(consent.noticedAt) })}
      </p>
      {consent.decision !== 'none' && (
        <p className={css.second}>{say('consent.answered', { time: time(consent.decidedAt) })}</p>
      )}
    </Section>
  )
}
