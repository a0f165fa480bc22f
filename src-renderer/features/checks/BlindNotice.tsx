import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'
import { useText } from '../../format/useText.ts'
import { Notice } from '../../ui/Notice.tsx'

/** Why the checks say nothing yet, or how the reviewer's votes stood to them. */
export function BlindNotice({ blind }: { readonly blind: ClaimDetail['blind'] }) {
  const say = useText()
  if (blind === null) return null
  const { state, of } = blind
  return (
    <Notice tone="note">
      {state === 'hidden' ? (
        <span>
          <b>{say('blind.title')}</b> {say('blind.hidden', { voted: blind.voted, of })}
        </span>
      ) : (
        <span>{say('blind.shown', { agreed: blind.agreed, of })}</span>
      )}
    </Notice>
  )
}
