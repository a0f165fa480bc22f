import { hashOfText, mixed } from '../evidence/mixedHash.ts'

/** A decision that may be looked at again, by what a sample is balanced. */
export interface Stratified {
  /** Of the operation that decided; each once. */
  readonly decisionId: string
  readonly deciderId: string
  readonly outcome: string
  /** Which criterion it turned on; null = none was in doubt. */
  readonly criterion: string | null
  readonly risk: 'high' | 'usual'
}

export interface SampleWish {
  /** The same seed draws the same list of the same decisions, in whatever order they come. */
  readonly seed: number
  /** So many of each cell come first, where the cell has them. */
  readonly perCell: number
  /** Most in all. Where the cells want more, it falls on some by the seed. */
  readonly most: number
}

/** Decisions of one decider, outcome, criterion and risk. */
export interface SampleCell extends Omit<Stratified, 'decisionId'> {
  readonly of: number
  readonly drawn: number
}

export interface Sample {
  /** In the order drawn, which says nothing of the cells: whoever looks meets them mixed. */
  readonly decisionIds: readonly string[]
  /** Every cell, also one of which nothing was drawn: with `of` and `drawn` a figure can be weighed for all decisions. */
  readonly cells: readonly SampleCell[]
}

interface Cell {
  readonly name: string
  readonly members: readonly Stratified[]
}

/**
 * A sample of decisions for a second review: of each cell (decider, outcome, criterion, risk) some, so that rare ones are seen too; what
 * is left of the number is spread over all decisions alike.
 */
export function drawSample(decisions: readonly Stratified[], { seed, perCell, most }: SampleWish): Sample {
  const luck = (name: string) => mixed(hashOfText(name), seed)
  const byLuck = <T>(list: readonly T[], nameOf: (one: T) => string): T[] =>
    list
      .map((one) => ({ one, name: nameOf(one), at: luck(nameOf(one)) }))
      .toSorted((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1))
      .map(({ one }) => one)
  const cells: Cell[] = byLuck(
    [...Map.groupBy(decisions, cellName)].map(([name, members]) => ({
      name,
      members: byLuck(members, ({ decisionId }) => decisionId),
    })),
    ({ name }) => name,
  )
  const first = roundRobin(cells, perCell).slice(0, Math.max(0, most))
  const taken = new Set(first)
  const rest = byLuck(
    decisions.filter((one) => !taken.has(one)),
    ({ decisionId }) => decisionId,
  ).slice(0, Math.max(0, most - first.length))
  const drawn = new Set([...first, ...rest])
  return {
    decisionIds: byLuck([...drawn], ({ decisionId }) => `order ${decisionId}`).map(
      ({ decisionId }) => decisionId,
    ),
    cells: cells.flatMap(({ members }) => {
      const [one] = members
      if (one === undefined) return []
      const { deciderId, outcome, criterion, risk } = one
      const hits = members.filter((member) => drawn.has(member)).length
      return [{ deciderId, outcome, criterion, risk, of: members.length, drawn: hits }]
    }),
  }
}

const cellName = ({ deciderId, outcome, criterion, risk }: Stratified): string =>
  JSON.stringify([deciderId, outcome, criterion, risk])

/** The first of every cell, then the second of every cell: where the number ends early, as many cells as can be have one. */
function roundRobin(cells: readonly Cell[], times: number): Stratified[] {
  return Array.from({ length: Math.max(0, times) }, (_, turn) =>
    cells.flatMap(({ members }) => members.slice(turn, turn + 1)),
  ).flat()
}
