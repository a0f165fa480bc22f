import { useEffect, useState } from 'react'
import type { ClaimDetail } from '../../../../src-preload/contract/claims.ts'
import type { CopiedPart } from '../../../../src-preload/contract/vocabulary/auditWords.ts'
import type { CommandId } from '../../../app/commands.ts'
import { useCommand } from '../../../app/useCommand.ts'
import { useText } from '../../../format/useText.ts'
import { useStores } from '../../../stores/Stores.tsx'
import { type Copied, useCopy } from '../../../ui/useCopy.ts'
import { useExternal } from '../../../ui/useExternal.ts'
import { claimLink, claimSummary, subscriptionsOf } from './claimIds.ts'

const SAID_MS = 4_000

/** Lends the keys that copy what a claim is known by, and the way to Partner Center. Gives back what was said last. */
export function useIdCommands({ claim }: ClaimDetail): string | null {
  const say = useText()
  const { form } = claim
  const [said, setSaid] = useSaid()
  const copy = useCopy()
  const { client } = useStores()
  const put = async (copied: Copied, what: string, part: CopiedPart) => {
    const isDone = await copy(copied, what)
    // A core that is away cannot note it; what stands in the clipboard stands there.
    if (isDone) client.call('seen.copied', { claimId: form.claimId, part }).catch(() => undefined)
    setSaid(say(isDone ? 'copy.done' : 'copy.failed', { what }))
  }
  const lend = (copied: () => Copied, what: string, part: CopiedPart) => () => void put(copied(), what, part)
  const subscriptions = subscriptionsOf(claim)
  const text = (value: string) => () => ({ text: value })
  useCommand(
    'claim.copyLink',
    lend(() => claimLink(form, window.location.href.split('#')[0] ?? ''), say('copy.link'), 'link'),
  )
  useCommand('claim.copyId', lend(text(form.claimId), say('copy.claimId'), 'claim_id'))
  useCommand('claim.copyTenant', lend(text(form.customer.tenantId), say('copy.tenantId'), 'tenant_id'))
  useCommand(
    'claim.copySubscriptions',
    lend(
      text(subscriptions.map(({ id }) => id).join('\n')),
      say('copy.subscriptionIds', { count: subscriptions.length }),
      'subscription_ids',
    ),
    subscriptions.length > 0,
  )
  useCommand('claim.copyLocation', lend(text(form.mpnId), say('copy.locationId'), 'location_id'))
  useCommand(
    'claim.copySummary',
    lend(() => ({ text: claimSummary(claim, say) }), say('copy.summary'), 'summary'),
  )
  useOpenOutside(claim, setSaid)
  return said
}

/** The commands of the menu, in its order. */
export const ID_COMMANDS = [
  'claim.copyLink',
  'claim.copyId',
  'claim.copyTenant',
  'claim.copySubscriptions',
  'claim.copyLocation',
  'claim.copySummary',
] as const satisfies readonly CommandId[]

/** Nobody publishes the address of a single claim: the dashboard opens, with the claim's id ready to be put into its search. */
function useOpenOutside({ form }: ClaimDetail['claim'], onSaid: (said: string) => void): void {
  const say = useText()
  const copy = useCopy()
  const open = useExternal()
  useCommand('claim.openOutside', () => {
    void (async () => {
      const isCopied = await copy({ text: form.claimId }, say('copy.claimId'))
      const outcome = await open('partnerCenterClaims')
      onSaid(isCopied ? say('external.withId', { outcome, id: form.claimId }) : outcome)
    })()
  })
}

/** What was said stays in sight for a moment; a screen reader has heard it. */
function useSaid() {
  const [said, setSaid] = useState<string | null>(null)
  useEffect(() => {
    if (said === null) return
    const timer = setTimeout(() => setSaid(null), SAID_MS)
    return () => clearTimeout(timer)
  }, [said])
  return [said, setSaid] as const
}
