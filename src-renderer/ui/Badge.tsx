import { BADGE_TONE, type ClaimBadge } from '../format/claimBadges.ts'
import { BadgeShape } from './badgeShapes.tsx'
import css from './badges.module.css'

const TONE = { plain: '', attention: css.attention, over: css.over } as const

/** Shape and word; what asks for an act is louder than what only tells. */
export function Badge({ badge, children }: { readonly badge: ClaimBadge; readonly children: string }) {
  return (
    <span className={`${css.badge} ${TONE[BADGE_TONE[badge]]}`}>
      <BadgeShape shape={badge} />
      {children}
    </span>
  )
}
