import { partnerSide, statedClaim } from '../../builders/hub/partnerSide.ts'
import { anEntry, at, type ClaimWish } from '../../builders/hub/hubClaim.ts'
import { ClaimId, OperationId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { randomUUID } from 'node:crypto'
import { act, type Acknowledged } from './acts.ts'
import type { TortureStation } from './tortureStation.ts'
import type { TortureWorld } from './tortureWorld.ts'

/** Each on a thing of its own, so that no decision makes another one's claim move. */
const claim = (claimId: string, wish: ClaimWish = {}): ClaimWish => ({
  claimId,
  products: [`m365.${claimId}`],
  documents: [`proof of ${claimId}`],
  ...wish,
})

const rejectedYesterday = claim('T-9', {
  state: 'rejected',
  subState: 'disputable',
  history: [
    anEntry({ at: at(-26), side: 'partner', kind: 'submitted', fromState: 'editing', toState: 'submitted' }),
    anEntry({ at: at(-2), fromState: 'submitted', toState: 'under_review' }),
    anEntry({ at: at(-1), kind: 'rejected', fromState: 'under_review', toState: 'rejected' }),
  ],
})

/** What T-4 is held for: nobody works on it. */
const holdsWhatIsHeld = claim('T-12', {
  products: ['m365.T-4'],
  mpnId: '4712',
  state: 'approved',
  subState: 'consent_closed',
})

/** What stands in the hub before a session begins. */
export async function fillForSession({ hub }: TortureWorld): Promise<void> {
  const plain = ['T-1', 'T-2', 'T-3', 'T-4', 'T-5'].map((claimId) => claim(claimId))
  const free = ['T-6', 'T-7', 'T-8'].map((claimId) =>
    claim(claimId, { state: 'submitted', subState: 'queued' }),
  )
  await hub.putClaims([...plain, ...free, rejectedYesterday, holdsWhatIsHeld])
  await partnerSide(hub.hub).submitted(statedClaim({ items: [{ productId: 'm365.teams' }] }), 'T-10')
}

/** Whether what is to be approved has been checked: nobody may approve before. */
export async function isChecked(station: TortureStation): Promise<boolean> {
  const shown = await Promise.all(
    ['T-1', 'T-6'].map((claimId) => station.call('claims.open', { claimId: ClaimId.parse(claimId) })),
  )
  return shown.every(({ checkStatus }) => checkStatus === 'ready')
}

/** A quarter of an hour of one reviewer's work: an operation of every kind, papers of a partner, whatever else asks the hub. */
export async function work(world: TortureWorld, station: TortureStation): Promise<(Acknowledged | null)[]> {
  // The one act that waits for the hub, and so for time to pass on a bad line.
  await world.during(
    station.call('claims.takeNext', { commandId: OperationId.parse(randomUUID()) }).catch(() => null),
  )
  const acts: (Acknowledged | null)[] = []
  const then = async (claimId: string, ...kinds: Parameters<typeof act>[2][]) => {
    for (const kind of kinds) acts.push(await act(station, claimId, kind))
  }
  await then('T-1', 'approve')
  await then('T-2', 'request_info')
  await then('T-3', 'reject')
  await then('T-4', 'hold_for_arbitration')
  await then('T-5', 'comment', 'comment')
  await then('T-6', 'start_review', 'approve')
  await then('T-7', 'take')
  await then('T-8', 'hand_over')
  await then('T-9', 'reopen')
  return acts
}

/** The partner goes on meanwhile: papers and words that the workstation has to fetch. */
export async function partnersWork({ hub }: TortureWorld): Promise<void> {
  const partners = partnerSide(hub.hub)
  await partners.addDocument('T-10', `a later paper ${randomUUID()}`)
  await partners.act('/T-10/comments', { text: 'See the new paper.' })
  await partners.submitted(
    statedClaim({ claimName: 'Another', items: [{ productId: 'm365.intune' }] }),
    'T-11',
  )
}
