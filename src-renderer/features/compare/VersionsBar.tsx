import { BranchCompare20Regular } from '@fluentui/react-icons/svg/branch-compare'
import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'
import type { VersionPair } from '../../../src-preload/contract/vocabulary/versionShape.ts'
import { useText } from '../../format/useText.ts'
import { CommandButton } from '../../ui/CommandButton.tsx'
import css from './VersionsBar.module.css'

interface VersionsBarProps {
  readonly detail: ClaimDetail
  /** The pair that the command opens. */
  readonly pair: VersionPair
}

/** Says that a paper stands for an earlier one, what is known of it at once, and leads to what changed. */
export function VersionsBar({ detail, pair }: VersionsBarProps) {
  const say = useText()
  const nameOf = (id: string) => detail.documents.find(({ documentId }) => documentId === id)?.fileName ?? ''
  return (
    <div className={css.bar}>
      <p>
        {say('compare.bar', {
          file: nameOf(pair.after),
          earlier: nameOf(pair.before),
          likeness: say(`compare.likeness.${pair.likeness}`),
        })}
      </p>
      <CommandButton command="compare.open" icon={<BranchCompare20Regular />} withKey>
        {say('command.compareOpen')}
      </CommandButton>
    </div>
  )
}
