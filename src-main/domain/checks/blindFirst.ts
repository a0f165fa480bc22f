import type { Criterion, Verdict } from '../../../src-preload/contract/vocabulary/words.ts'
import { hashOfText, mixed } from '../evidence/mixedHash.ts'

/** Finer than a percent, so that small shares come out as they are meant. */
const PARTS = 10_000

/**
 * Whether a reviewer judges a claim before they see what the machine says of it. Always the same for the same two, whatever else is in
 * the queue; another reviewer meets other claims.
 */
export function isBlindFirst(claimId: string, userId: string, percent: number | undefined): boolean {
  if (percent === undefined || percent <= 0) return false
  return mixed(hashOfText(`${claimId} ${userId}`), 0) % PARTS < (percent / 100) * PARTS
}

interface Voted {
  readonly criterion: Criterion
  readonly item: string | null
  readonly machine: { readonly verdict: Verdict } | null
  readonly reviewer: { readonly verdict: Verdict } | null
}

export const isFullyVoted = (criteria: readonly Voted[]): boolean =>
  criteria.every(({ reviewer }) => reviewer !== null)

export interface Agreement {
  readonly agreed: number
  /** Criteria and items of which the machine said something. */
  readonly of: number
  /** `criterion[ item]: machine → reviewer` of those that differ. */
  readonly differing: readonly string[]
}

/** How often reviewer and machine said the same. */
export function agreementOf(criteria: readonly Voted[]): Agreement {
  const both = criteria.flatMap(({ criterion, item, machine, reviewer }) =>
    machine === null || reviewer === null
      ? []
      : [
          {
            name: item === null ? criterion : `${criterion} ${item}`,
            m: machine.verdict,
            r: reviewer.verdict,
          },
        ],
  )
  const differing = both.filter(({ m, r }) => m !== r)
  return {
    agreed: both.length - differing.length,
    of: both.length,
    differing: differing.map(({ name, m, r }) => `${name}: ${m} → ${r}`),
  }
}
