import { useIntl } from 'react-intl'
import type { ClaimDetail } from '../../../src-preload/contract/claims.ts'
import { type Say, useText } from '../../format/useText.ts'
import type { Refusal } from '../../stores/openClaimStore.ts'
import { useShared, useStores } from '../../stores/Stores.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { wordsOfBlocks } from '../../format/blockWords.ts'

/** Why the last command did nothing, and what to do about it. */
export function RefusalNotice({ detail }: { readonly detail: ClaimDetail }) {
  const say = useText()
  const { locale } = useIntl()
  const { openClaim } = useStores()
  const refusal = useShared('openClaim', (state) => state.refusal)
  if (refusal === null) return null
  return (
    <Notice tone={refusal.kind === 'error' ? 'danger' : 'warning'}>
      <span>{wordsOf(refusal, detail, locale, say)}</span>
      <Button onClick={() => openClaim.getState().dismissRefusal()}>{say('refusal.dismiss')}</Button>
    </Notice>
  )
}

function wordsOf(refusal: Refusal, detail: ClaimDetail, locale: string, say: Say): string {
  if (refusal.kind === 'error') {
    const { code, incident } = refusal.error
    return incident === null
      ? say(`error.${code}`)
      : `${say(`error.${code}`)} ${say('state.incident', { incident })}`
  }
  const { outcome } = refusal
  if (outcome.outcome === 'stale') return say('refusal.stale')
  return say('refusal.blocked', {
    blocks: wordsOfBlocks(outcome.blocks, detail.claim.form.items, locale, say),
  })
}
