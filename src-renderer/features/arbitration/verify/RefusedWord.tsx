import { useIntl } from 'react-intl'
import type { BoardParty } from '../../../../src-preload/contract/caseBoard.ts'
import { wordsOfBlocks } from '../../../format/blockWords.ts'
import { type Say, useText } from '../../../format/useText.ts'
import type { Refusal } from '../../../stores/openClaimStore.ts'
import { useShared } from '../../../stores/Stores.tsx'
import { Notice } from '../../../ui/Notice.tsx'

/** Why what was last said of a party was not accepted; what was typed is still there. */
export function RefusedWord({ parties }: { readonly parties: readonly BoardParty[] }) {
  const say = useText()
  const { locale } = useIntl()
  const refused = useShared('partyWords', (state) => state.refused)
  const party = parties.find(({ claimId }) => claimId === refused?.claimId)
  if (refused === null || party === undefined) return null
  const why = wordsOf(refused.refusal, locale, say)
  return (
    <Notice tone="warning">{say('arbitration.verify.refused', { party: party.partnerName, why })}</Notice>
  )
}

function wordsOf(refusal: Refusal, locale: string, say: Say): string {
  if (refusal.kind === 'error') return say(`error.${refusal.error.code}`)
  const { outcome } = refusal
  return outcome.outcome === 'stale'
    ? say('arbitration.ask.stale')
    : wordsOfBlocks(outcome.blocks, [], locale, say)
}
