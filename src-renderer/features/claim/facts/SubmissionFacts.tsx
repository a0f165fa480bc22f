import { useIntl } from 'react-intl'
import type { ClaimDetail } from '../../../../src-preload/contract/claims.ts'
import type { ClaimRecord } from '../../../../src-preload/contract/vocabulary/claimShape.ts'
import { hashOf } from '../../../app/routes.ts'
import { formatInstant } from '../../../../src-preload/words/dates.ts'
import { type Say, useText } from '../../../format/useText.ts'
import { Pairs, Section } from './factParts.tsx'
import css from './ClaimFacts.module.css'

/** Who submitted when, by which rules the claim is judged, and where it comes from. */
export function SubmissionFacts({ detail }: { readonly detail: ClaimDetail }) {
  const say = useText()
  const { locale } = useIntl()
  const { form, createdBy, isMigrated, replaces, calendar } = detail.claim
  return (
    <Section title={say('facts.submission')}>
      <Pairs
        pairs={[
          [say('facts.submittedAt'), formatInstant(locale, form.submittedAt, 'moment')],
          createdBy === null ? null : [say('facts.submitter'), submitterWords(createdBy, say)],
          replaces === null
            ? null
            : [
                say('facts.replaces'),
                <a key="replaces" className={css.link} href={hashOf({ page: 'claim', claimId: replaces })}>
                  {say('facts.replaces.value', { id: replaces })}
                </a>,
              ],
          isMigrated ? [say('facts.origin'), say('facts.migrated')] : null,
          [say('facts.policy'), policyWords(detail, say)],
          calendar === null
            ? null
            : [
                say('facts.calendar'),
                say('facts.calendar.value', { id: calendar.id, version: calendar.version }),
              ],
        ]}
      />
    </Section>
  )
}

/** S-10 to S-12: the role is told, never judged. */
function submitterWords({ name, role }: NonNullable<ClaimRecord['createdBy']>, say: Say): string {
  return role === null ? name : say('facts.submitter.value', { name, role: say(`submitterRole.${role}`) })
}

function policyWords({ claim, policy }: ClaimDetail, say: Say): string {
  const { id, version } = claim.policy
  return policy === null
    ? say('facts.policy.away', { id, version })
    : say('facts.policy.value', { title: policy.title, version })
}
