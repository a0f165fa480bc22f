import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'
import { useText } from '../../format/useText.ts'
import { Notice } from '../../ui/Notice.tsx'

/** Why nothing can be done here at all: words of a later year, or rules that have not arrived. */
export function ReadOnlyNotice({ detail }: { readonly detail: ClaimDetail }) {
  const say = useText()
  const { unknown, state } = detail.claim
  if (unknown !== null || state === 'unknown') {
    const words = [unknown?.status, unknown?.program, unknown?.solutionArea, ...(unknown?.activities ?? [])]
      .filter((word) => typeof word === 'string')
      .map((word) => say('unknown.word', { word }))
    return (
      <Notice tone="warning">
        <span>
          {say('unknown.notice')} {words.length > 0 && say('unknown.words', { words: words.join(', ') })}
        </span>
      </Notice>
    )
  }
  if (detail.policy === null) return <Notice tone="note">{say('policy.away')}</Notice>
  return null
}
