import type { ArbitrationCase } from '../../../../src-preload/contract/vocabulary/arbitrationShape.ts'
import { FeedPage } from '../../../../src-main/hub/api/feed.ts'
import type { HubClaim } from '../../../../src-main/hub/claims/hubClaim.ts'
import { aDecision, allCases, decideAtHub } from '../../../builders/hub/caseDecisions.ts'
import { aHubClaim, anOperation, type ClaimWish, hold } from '../../../builders/hub/hubClaim.ts'
import type { TestCaller, TestHub } from '../../../builders/hub/testHub.ts'

const TEAMS = 'workload m365.teams'
const holds = { state: 'approved', subState: 'consent_closed' } as const

/** What the suites of decisions do at a hub. */
export function caseDesk(hub: () => TestHub) {
  const operate = async (
    claimId: string,
    action: Parameters<typeof anOperation>[1],
    who: TestCaller = 'reviewer',
  ) => hub().operate(who, claimId, anOperation(await hub().record(claimId), action))
  const decide = async (wish: Parameters<typeof aDecision>[1], who?: TestCaller) =>
    decideAtHub(hub(), await aDecision(hub(), wish), who)
  const statusOf = async (claimId: string) => {
    const { state, subState } = await hub().record(claimId)
    return `${state} ${subState}`
  }
  const pageOf = async (address: string) => {
    const page = FeedPage.parse(await (await hub().get('reviewer', address)).json())
    return { value: page.value, link: '@odata.deltaLink' in page ? page['@odata.deltaLink'] : '' }
  }
  const caseOn = async (key: string): Promise<ArbitrationCase | undefined> =>
    (await allCases(hub())).findLast(({ contested }) => contested.key === key)
  const claimOf = (claimId: string, mpnId: string, more: ClaimWish = {}): HubClaim =>
    aHubClaim({ claimId, mpnId, ...more })
  /** The holder C-2 and challengers, each reviewed and held. */
  async function aContest(...challengers: readonly HubClaim[]): Promise<void> {
    const all = challengers.length > 0 ? challengers : [claimOf('C-1', '4711')]
    await hub().put(...all, claimOf('C-2', '4712', { ...holds, products: ['m365.teams', 'm365.exchange'] }))
    for (const { form } of all) await operate(form.claimId, hold())
  }
  const wins = {
    winners: { [TEAMS]: 'C-1' },
    letters: { 'C-1': 'approve', 'C-2': 'end_association' },
  } as const
  const keeps = { winners: { [TEAMS]: 'C-2' }, letters: { 'C-1': 'reject' } } as const

  return { operate, decide, statusOf, pageOf, caseOn, claimOf, aContest, wins, keeps }
}
