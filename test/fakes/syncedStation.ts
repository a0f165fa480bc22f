import type { DecisionInput } from '../../src-preload/contract/claims.ts'
import type { ClaimRecord } from '../../src-preload/contract/vocabulary/claimShape.ts'
import { ClaimId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import { aReport } from '../builders/checkReport.ts'
import { unreadFacts } from '../builders/documentFacts.ts'
import type { PoePort } from '../../src-main/workstation/ports.ts'
import { feedOf, type Script, startScriptedHub } from './scriptedHub.ts'
import { aCommandId, startWorkstation, type TestStation, type WorkstationWishes } from './workstation.ts'
import { NOTHING_TO_SHOW } from './nothingToShow.ts'

/** The one claim of most tests. */
export const THE_CLAIM = ClaimId.parse('208417')
export const PAPER = new TextEncoder().encode('a signed paper')

export interface SyncedWishes extends Omit<WorkstationWishes, 'hub'> {
  readonly script?: Partial<Script>
  /** When the claims count as read; left out = every chip is there. */
  readonly isHere?: (station: TestStation) => Promise<boolean>
}

/** A checker that finds everything met, and a catalogue that has what these names say. */
export const everythingMet = (
  records: readonly ClaimRecord[],
  knows: (id: string) => boolean = () => true,
): PoePort => ({
  readerVersion: 'reader 1',
  checkerVersion: 'checker 1',
  read: ({ bytes }) => Promise.resolve(unreadFacts(bytes)),
  async judge({ form }) {
    const record = records.find((one) => one.form.claimId === form.claimId)
    if (record === undefined) throw new Error('The checker was asked for a claim that nobody has.')
    return aReport(record)
  },
  ...NOTHING_TO_SHOW,
  knowsProduct: async (id) => knows(id),
})

/** A workstation that has read these claims from a scripted hub and has checked them. */
export async function aSyncedStation(records: readonly ClaimRecord[], wishes: SyncedWishes = {}) {
  const { script, isHere: isHereToo, ...rest } = wishes
  const hub = await startScriptedHub({
    feed: feedOf(() => records),
    document: () => ({ bytes: PAPER }),
    ...script,
  })
  const station = await startWorkstation({ poe: everythingMet(records), ...rest, hub: hub.port })
  station.clock.advance(0)
  const isHere = async () => {
    const { rows } = await station.call('claims.list', {
      filter: { text: '' },
      offset: 0,
      limit: 500,
    })
    return (
      rows.length === records.length &&
      rows.every(({ verdicts, state }) => verdicts.dates !== null || state === 'editing')
    )
  }
  const isOnline = async () =>
    script?.up === false || (await station.call('sync.status', {})).hub === 'online'
  const isRead = isHereToo === undefined ? isHere : () => isHereToo(station)
  await station.until(async () => (await isOnline()) && (await isRead()))
  const open = (claimId: ClaimId = THE_CLAIM) => station.call('claims.open', { claimId })
  /** What every command on the claim carries, as it stands now. */
  const on = async () => ({
    claimId: THE_CLAIM,
    revision: (await open()).claim.revision,
    commandId: aCommandId(),
  })
  const decide = async (input: Pick<DecisionInput, 'decision'> & Partial<DecisionInput>) =>
    station.call('claims.decide', { ...NOTHING_SAID, ...(await on()), ...input })
  const row = async () => {
    const { rows } = await station.call('claims.list', {
      filter: { text: '' },
      offset: 0,
      limit: 1,
    })
    return rows[0]
  }
  /** Lets the undo time pass and waits until nothing is left to send. */
  const drain = async () => {
    station.clock.advance(60_000)
    await station.until(async () => (await station.call('sync.outbox', {})).operations.length === 0)
  }
  return { hub, station, open, on, decide, row, drain }
}

const NOTHING_SAID = {
  reasons: [],
  comment: '',
  items: [],
  mayRemoveItems: false,
  partnerRequestReason: null,
  note: '',
}

/** Why an action is not open, as the claim's page has it. */
export function whyNot(
  { actions }: { readonly actions: readonly { action: string; blocks: readonly { reason: string }[] }[] },
  action: string,
): string[] {
  return (
    actions.find((one) => one.action === action)?.blocks.map(({ reason }) => reason) ?? ['no such action']
  )
}
