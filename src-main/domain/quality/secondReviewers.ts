import { hashOfText, mixed } from '../evidence/mixedHash.ts'

export interface ToBeReviewed {
  readonly decisionId: string
  readonly deciderId: string
  /** Whose claim it is. */
  readonly mpnId: string
  /** It was decided with its rivals, in an outcome of cases. */
  readonly isOfCase: boolean
}

export interface SecondReviewer {
  readonly userId: string
  /** Partners with whom this person has dealings: they do not even know of their claims. */
  readonly linked: readonly string[]
  /** Has the boards of cases before their eyes, where outcomes stand. */
  readonly seesCases: boolean
}

/**
 * Who looks at each drawn decision again: never who made it, nor who has dealings with its partner, nor at an outcome of cases who could
 * read it on their board; the work is spread evenly, and the
 * seed decides between two who have as much. Null = there is nobody.
 */
export function secondReviewers(
  drawn: readonly ToBeReviewed[],
  team: readonly SecondReviewer[],
  seed: number,
): ReadonlyMap<string, string | null> {
  const load = new Map<string, number>()
  const chosen = drawn.map(({ decisionId, deciderId, mpnId, isOfCase }): [string, string | null] => {
    const luck = ({ userId }: SecondReviewer) => mixed(hashOfText(`${decisionId} ${userId}`), seed)
    const [first] = team
      .filter(
        ({ userId, linked, seesCases }) =>
          userId !== deciderId && !linked.includes(mpnId) && !(isOfCase && seesCases),
      )
      .toSorted((a, b) => (load.get(a.userId) ?? 0) - (load.get(b.userId) ?? 0) || luck(a) - luck(b))
    if (first === undefined) return [decisionId, null]
    load.set(first.userId, (load.get(first.userId) ?? 0) + 1)
    return [decisionId, first.userId]
  })
  return new Map(chosen)
}
