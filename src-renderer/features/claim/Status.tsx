import { useIntl } from 'react-intl'
import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'
import { badgeOfStand, badgesOf, type ClaimBadge } from '../../format/claimBadges.ts'
import { formatDue } from '../../../src-preload/words/dates.ts'
import { type Say, useText } from '../../format/useText.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { openMatters } from './matters/openMatters.ts'
import { statusWords } from '../../../src-preload/words/statusWords.ts'
import css from './ClaimHeader.module.css'

/** S-30: the public status and what it hides, always in sight. A badge says the sub-state louder, and then says it alone. */
export function Status({ detail }: { readonly detail: ClaimDetail }) {
  const say = useText()
  const { locale } = useIntl()
  const { claim, policy } = detail
  const asked = openMatters(claim).includes('partner_request')
  const competing = claim.competingClaims > 0
  const raised = claim.matters.escalation !== undefined
  const hasBadge = badgeOfStand(claim) !== null
  const raw = claim.state === 'unknown' ? (claim.unknown?.status ?? null) : null
  const other = claim.subState === 'final' ? policy?.statusNames.rejected_final : undefined
  return (
    <span className={css.status}>
      <Tag {...(other !== undefined && { title: say('state.otherName', { name: other }) })}>
        {raw === null
          ? statusWords({ state: claim.state, subState: hasBadge ? null : claim.subState }, say)
          : say('unknown.word', { word: raw })}
      </Tag>
      {badgesOf({ ...claim, competing, asked, raised }).map((badge) => (
        <Badge key={badge} badge={badge}>
          {badgeWords(badge, detail, locale, say)}
        </Badge>
      ))}
    </span>
  )
}

function badgeWords(badge: ClaimBadge, { claim }: ClaimDetail, locale: string, say: Say): string {
  if (badge === 'contested') return say('claim.competing', { count: claim.competingClaims })
  // The line below the head says the rest.
  if (badge === 'raised') return say('badge.short.raised')
  const dueAt = claim.clocks.find(({ timer }) => timer === 'consent')?.dueAt ?? null
  if (badge === 'consent' && dueAt !== null)
    return say('badge.consentUntil', { day: formatDue(locale, dueAt, 'shortDay') })
  return say(`badge.${badge}`)
}
