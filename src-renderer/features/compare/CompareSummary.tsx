import { useIntl } from 'react-intl'
import type { VersionComparison } from '../../../src-preload/contract/vocabulary/versionShape.ts'
import { Notice } from '../../ui/Notice.tsx'
import { useCompareText } from './compareText.ts'
import css from './CompareView.module.css'

/** What changed in one sentence. */
export function CompareSummary({ comparison }: { readonly comparison: VersionComparison }) {
  const say = useCompareText()
  const { likeness, changes } = comparison
  return (
    <p className={css.sum} role="status">
      {changes === null
        ? say('compare.sum.tooDifferent')
        : likeness === 'changed' || likeness === 'same_look'
          ? say('compare.sum.changes', {
              count: changes.length,
              unsure: changes.filter(({ isUnsure }) => isUnsure).length,
            })
          : say(`compare.sum.${likeness}`)}
    </p>
  )
}

/** What no list speaks for. */
export function UnreadPages({ comparison }: { readonly comparison: VersionComparison }) {
  const say = useCompareText()
  const intl = useIntl()
  const count = comparison.before.unread.length + comparison.after.unread.length
  if (count === 0 || comparison.likeness === 'same_file') return null
  const parts = (['before', 'after'] as const)
    .filter((side) => comparison[side].unread.length > 0)
    .map((side) =>
      say(`compare.unread.${side}`, { pages: intl.formatList(comparison[side].unread.map(String)) }),
    )
  return <Notice tone="warning">{say('compare.unread', { count, pages: parts.join(' · ') })}</Notice>
}
