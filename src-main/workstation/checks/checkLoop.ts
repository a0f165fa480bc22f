import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { findUnchecked, listUnchecked, type UncheckedClaim } from '../../store/checksRepo.ts'
import type { Core } from '../core.ts'
import { checkClaim, type CheckRun } from './checkClaim.ts'
import type { CheckMemory } from './checkMemory.ts'

/** After so many checks at the latest those who show the progress are told. */
const TELL_EVERY = 5

/** Checks every claim whose documents are here, due first at the front. Claims that fail are passed over until they change. */
export async function checkClaims(
  core: Core,
  memory: CheckMemory,
  shouldStop: () => boolean,
): Promise<number> {
  const run = { core, memory, isAwaited: false }
  let checked = 0
  for (;;) {
    const next = core.store
      .read((store) => listUnchecked(store, 1 + memory.passedOver()))
      .find((claim) => memory.isOpenFor(claim))
    if (next === undefined || shouldStop()) break
    if (await checkOne(run, next, shouldStop)) checked += 1
    if (shouldStop()) break
    if (checked % TELL_EVERY === 1) core.emit('sync.changed', {})
  }
  if (checked > 0) core.emit('sync.changed', {})
  return checked
}

/** The same for one claim that somebody looks at: at once, also while another one is being read. */
export async function checkNow(
  core: Core,
  memory: CheckMemory,
  claimId: ClaimId,
  shouldStop: () => boolean,
): Promise<void> {
  const claim = core.store.read((store) => findUnchecked(store, claimId))
  if (claim === null || shouldStop() || !memory.isOpenFor(claim)) return
  await checkOne({ core, memory, isAwaited: true }, claim, shouldStop)
  if (!shouldStop()) core.emit('sync.changed', {})
}

async function checkOne(run: CheckRun, claim: UncheckedClaim, shouldStop: () => boolean): Promise<boolean> {
  const { core, memory } = run
  const { claimId } = claim
  const done = memory.begin(claim)
  let isChecked = false
  try {
    isChecked = await checkClaim(run, claimId)
  } catch (error) {
    if (shouldStop()) return false
    memory.fail(claim)
    core.ports.log({
      level: 'error',
      event: 'a claim could not be checked',
      facts: { claimId },
      error,
    })
  } finally {
    done()
  }
  core.emit('claims.changed', { ids: [claimId] })
  return isChecked
}
