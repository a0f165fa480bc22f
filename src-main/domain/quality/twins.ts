import type { PolicyVersion } from '../../../src-preload/contract/vocabulary/policyVersion.ts'
import type { DecisionKind, DecisionReason } from '../../../src-preload/contract/vocabulary/words.ts'
import { alike } from '../evidence/prints.ts'
import { criteriaOf } from '../reasons/reasonMapping.ts'
import type { DecidedWord } from './stratumOf.ts'

/** A decision, with all of its claim that tells what it was about. */
export interface JudgedClaim {
  readonly outcome: DecisionKind
  readonly reasons: readonly DecisionReason[]
  readonly policy: PolicyVersion
  readonly program: string
  readonly solutionArea: string
  readonly activities: readonly string[]
  /** What is claimed, by the item's id. */
  readonly products: ReadonlyMap<string, string>
  readonly words: readonly DecidedWord[]
}

/** A paper that the decider had before their eyes. */
export interface JudgedPaper {
  readonly sha256: string
  /** Prints of its words and of those of the files in it; none = it has too few, or nobody has read it yet. */
  readonly texts: readonly string[]
}

/**
 * What near-identical claims have in common but for their papers, as one text: profile and version, kind of association, solution area,
 * activities, products, and what the machine found of every criterion. Customer, partner and country may differ: to be judged alike is
 * what they are owed. Profile and version may not, since another rule is a reason to decide otherwise; nor may the findings, since then
 * the papers do not say the same. What people said of the criteria is left out: that is where they were judged otherwise.
 *
 * Null = nothing can be compared: the machine's findings are not known, or the decision rests on something that is on no paper (what the
 * partner or the customer wanted, who else claims, details of the association, what the programme covers).
 */
export function likenessOf(judged: JudgedClaim): string | null {
  const { words, policy, program, solutionArea, activities, products } = judged
  if (words.length === 0 || words.some(({ machine }) => machine === undefined)) return null
  if (judged.outcome === 'reject' && !judged.reasons.every(isOfPapers)) return null
  const findings = words.map(
    ({ criterion, item, machine }) =>
      `${criterion} ${item === null ? '' : (products.get(item) ?? item)} ${machine ?? ''}`,
  )
  return JSON.stringify([
    `${policy.id}@${policy.version}`,
    program,
    solutionArea,
    distinct(activities),
    distinct([...products.values()]),
    distinct(findings),
  ])
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)].sort()

/** That nobody answered is said beside what was missing on the papers. */
const isOfPapers = (reason: DecisionReason): boolean =>
  reason === 'REJ_NO_PARTNER_RESPONSE' || criteriaOf(reason).length > 0

/** A request for information stands against an approval as a rejection does: more was wanted than the same papers needed elsewhere. */
export const isApproval = (outcome: DecisionKind): boolean => outcome === 'approve'

/**
 * How near the papers of two decisions are, 0..1; null = not near enough. Every paper of the one must stand on the other, by its bytes or
 * by nearly the same words, and the reverse: a paper more on one side may be why it was decided otherwise. The pair is as near as its
 * least near paper. Words that were filled into one form count as near: that is how the papers of one partner for two customers look.
 */
export function nearnessOf(ours: readonly JudgedPaper[], theirs: readonly JudgedPaper[]): number | null {
  const least = leastNear(ours, theirs, nearnessOfPapers)
  return least === 0 ? null : least
}

const nearnessOfPapers = (one: JudgedPaper, other: JudgedPaper): number =>
  one.sha256 === other.sha256 ? 1 : leastNear(one.texts, other.texts, nearnessOfTexts)

const nearnessOfTexts = (one: string, other: string): number => alike('text', one, other)?.share ?? 0

/** Each of either side beside what is nearest to it on the other: the least of these. 0 where one side has nothing. */
function leastNear<T>(ours: readonly T[], theirs: readonly T[], near: (one: T, other: T) => number): number {
  if (ours.length === 0 || theirs.length === 0) return 0
  const nearest = (one: T, others: readonly T[]) => Math.max(...others.map((other) => near(one, other)))
  return Math.min(...ours.map((one) => nearest(one, theirs)), ...theirs.map((other) => nearest(other, ours)))
}
