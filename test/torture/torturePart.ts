/** How much a part does; every figure has a name, so that the runner can print it. */
export type Load = Readonly<Record<string, number>>

export interface TortureOptions<L extends Load = Load> {
  readonly load: L
  /** What is drawn, is drawn from this (`chancesOf` of the hub's traffic): the same seed draws the same. */
  readonly seed: number
  /** Progress, for a person who waits. */
  readonly say: (line: string) => void
  /** A folder of this part alone, removed at its end. */
  readonly scratch: string
  /** The folder of the project. */
  readonly root: string
}

export interface PartResult {
  /** What was counted and measured, in the order in which it is printed. */
  readonly figures: Readonly<Record<string, number | string>>
  /** One sentence for each thing that went wrong, with what is needed to see it again; empty = it holds. */
  readonly failures: readonly string[]
}

/** One kind of mistreatment that nothing acknowledged may be lost in. A file of its own in `parts/`, as `export const part`. */
export interface TorturePart<L extends Load = Load> {
  /** Word for `--only`; also the name of the file. */
  readonly name: string
  /** For `npm test`: seconds. */
  readonly short: L
  /** For `npm run torture`: minutes. */
  readonly full: L
  /** For `npm run torture -- --only` of this part, where it is worth more than its share of a run of all; left out = `full`. */
  readonly asked?: L
  /** For `npm run torture -- --long`: as long as it takes. */
  readonly long: L
  /** How long the full form takes here, beside another part: the longest begins first. */
  readonly minutes: number
  /** It measures how long things take, so nothing else may run beside it. */
  readonly isAlone?: true
  run(options: TortureOptions<L>): Promise<PartResult>
}
