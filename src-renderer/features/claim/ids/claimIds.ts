import type { ClaimDetail } from '../../../../src-preload/contract/claims.ts'
import { linkOfClaim } from '../../../../src-preload/contract/vocabulary/claimLink.ts'
import type { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { hashOf } from '../../../app/routes.ts'
import type { Say } from '../../../format/useText.ts'
import type { Copied } from '../../../ui/useCopy.ts'

type Claim = Pick<ClaimDetail['claim'], 'form' | 'lookups'>

export interface Subscription {
  readonly id: string
  /** Names of the items that it is for. */
  readonly items: readonly string[]
}

/** The subscriptions of a claim, each once: as the partner gave them, or as the look-up found them (S-15, S-123). */
export function subscriptionsOf({ form, lookups }: Claim): readonly Subscription[] {
  const byId = new Map<string, string[]>()
  for (const { id, name, subscriptionId } of form.items) {
    const found = lookups.subscriptions.find(({ itemId }) => itemId === id)?.subscriptionId
    const known = found ?? subscriptionId
    if (known !== null) byId.set(known, [...(byId.get(known) ?? []), name])
  }
  return [...byId].map(([id, items]) => ({ id, items }))
}

/** What stands in place of signs that mean something in HTML. */
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)

/** `page`: address of the window without its hash. A partner's words stay words: they come from a stranger. */
export function claimLink({ claimId, claimName }: { claimId: ClaimId; claimName: string }, page: string) {
  // The desktop program's own address leads nowhere outside of it.
  const link = page.startsWith('app:') ? linkOfClaim(claimId) : null
  const address = link ?? page + hashOf({ page: 'claim', claimId })
  const title = `${claimId} ${claimName}`
  return {
    text: `${title}\n${address}`,
    html: `<a href="${escaped(address)}">${escaped(title)}</a>`,
  } satisfies Copied
}

/** The set by which Microsoft's support knows a claim: one line each, what is not known left out. */
export function claimSummary({ form, lookups }: Claim, say: Say): string {
  const { claimId, claimName, program, mpnId, partnerCompanyName, customer, items } = form
  const lines: (readonly [string, string])[] = [
    [say('summary.claim'), `${claimId} ${claimName}`],
    [say('facts.program'), say(`program.${program}`)],
    [say('summary.partner'), partnerCompanyName],
    [say('facts.locationId'), mpnId],
    [say('facts.customer'), customer.companyName],
    [say('facts.tenantId'), customer.tenantId],
    [say('facts.items'), items.map(({ name }) => name).join(', ')],
    ...subscriptionsOf({ form, lookups }).map(
      ({ id, items: names }) => [say('facts.subscription'), `${id} (${names.join(', ')})`] as const,
    ),
  ]
  return lines.map(([name, value]) => say('summary.line', { name, value })).join('\n')
}
