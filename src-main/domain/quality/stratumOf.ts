import type { Criterion, Verdict } from '../../../src-preload/contract/vocabulary/words.ts'
import type { Stratified } from './drawSample.ts'

/** The word that counted for a criterion, and the machine's beside it. */
export interface DecidedWord {
  readonly criterion: Criterion
  /** The item's id for products; null = the whole claim. */
  readonly item: string | null
  /** Null = open. */
  readonly verdict: Verdict | null
  /** Undefined = the workstation was of a time in which it did not say. */
  readonly machine?: Verdict | null | undefined
}

export interface DecisionMade {
  readonly decisionId: string
  readonly deciderId: string
  readonly outcome: string
  readonly words: readonly DecidedWord[]
  readonly isPublicSector: boolean
  readonly disputes: number
}

/**
 * By what a decision is balanced in a sample. It turned on the first criterion that was not plainly met: one that was open or not met, else
 * one in which the person said other than the machine. Its risk is high where a wrong word costs most: a public customer, a dispute.
 */
export function stratumOf(made: DecisionMade): Stratified {
  const { decisionId, deciderId, outcome, words, isPublicSector, disputes } = made
  const turned =
    words.find(({ verdict }) => verdict !== 'met' && verdict !== 'not_applicable') ?? words.find(isOverridden)
  return {
    decisionId,
    deciderId,
    outcome,
    criterion: turned?.criterion ?? null,
    risk: isPublicSector || disputes > 0 ? 'high' : 'usual',
  }
}

/** A person said other than the machine, which had claimed something. */
export const isOverridden = ({ verdict, machine }: DecidedWord): boolean =>
  machine !== undefined &&
  machine !== null &&
  machine !== 'cannot_tell' &&
  verdict !== null &&
  verdict !== machine
