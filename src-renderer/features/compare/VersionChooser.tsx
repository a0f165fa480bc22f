import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'
import { useText } from '../../format/useText.ts'
import type { Versions } from '../../stores/claimViewStore.ts'
import css from './VersionChooser.module.css'

interface VersionChooserProps {
  readonly detail: ClaimDetail
  readonly shown: Versions
  readonly onChoose: (versions: Versions) => void
}

/** Which paper is compared, where several came anew. */
export function VersionChooser({ detail, shown, onChoose }: VersionChooserProps) {
  const say = useText()
  const { versions, documents } = detail
  if (versions.length < 2) return null
  const nameOf = (id: string) => documents.find(({ documentId }) => documentId === id)?.fileName ?? ''
  return (
    <select
      className={css.chooser}
      aria-label={say('compare.pairs')}
      value={shown.after}
      onChange={({ target }) => {
        const pair = versions.find(({ after }) => after === target.value)
        if (pair) onChoose(pair)
      }}
    >
      {versions.map(({ before, after }) => (
        <option key={after} value={after}>
          {`${nameOf(before)} → ${nameOf(after)}`}
        </option>
      ))}
    </select>
  )
}
