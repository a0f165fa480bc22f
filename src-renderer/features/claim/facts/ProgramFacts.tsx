import type { ClaimDetail } from '../../../../src-preload/contract/claims.ts'
import type { ClaimForm } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { type Say, useText } from '../../../format/useText.ts'
import { ExternalLink } from '../../../ui/ExternalLink.tsx'
import { type Pair, Pairs, Section } from './factParts.tsx'
import css from './ClaimFacts.module.css'

/** S-01, S-03: for what the association is, and what the partner gets out of it. Words that are not known stand as they came. */
export function ProgramFacts({ detail }: { readonly detail: ClaimDetail }) {
  const say = useText()
  const { form, unknown } = detail.claim
  const activities = [
    ...form.activities.map((activity) => say(`activity.${activity}`)),
    ...(unknown?.activities ?? []).map((word) => say('unknown.word', { word })),
  ]
  const rawProgram = form.program === 'UNKNOWN' ? (unknown?.program ?? null) : null
  const rawArea = form.solutionArea === 'UNKNOWN' ? (unknown?.solutionArea ?? null) : null
  return (
    <Section title={say('facts.program')}>
      <p className={css.big}>
        {rawProgram === null ? say(`program.${form.program}`) : say('unknown.word', { word: rawProgram })}
      </p>
      <Pairs
        pairs={[
          [
            say('facts.area'),
            rawArea === null ? say(`area.${form.solutionArea}`) : say('unknown.word', { word: rawArea }),
          ],
          [say('facts.activities'), activities.length === 0 ? say('facts.unknown') : activities.join(', ')],
          [
            say('facts.channel'),
            form.purchaseChannel === null ? say('facts.unknown') : say(`channel.${form.purchaseChannel}`),
          ],
          ...laterPairs(form.laterFlow, say),
        ]}
      />
      {/* S-88: where a partner makes a claim, for whoever has to tell one. */}
      <div className={css.lookup}>
        <span className={css.second}>{say('program.whereToClaim')}</span>
        <span>
          <ExternalLink place="partnerCenterClaims" />
        </span>
      </div>
    </Section>
  )
}

/** Asked by the later flow only. */
function laterPairs(laterFlow: ClaimForm['laterFlow'], say: Say): Pair[] {
  if (laterFlow === null) return []
  const { optOutOfIncentivePayment, acknowledged } = laterFlow
  return [
    [say('facts.payment'), say(optOutOfIncentivePayment ? 'later.optOut' : 'later.noOptOut')],
    [say('facts.acknowledged'), say(acknowledged ? 'later.acknowledged' : 'later.notAcknowledged')],
  ]
}
