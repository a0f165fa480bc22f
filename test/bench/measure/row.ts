/** One line of the table: ours against a baseline, both measured in this very run. Lower is better. */
export interface BenchRow {
  readonly id: string
  readonly what: string
  readonly baseline: string
  /** Ours ÷ baseline, median over the rounds. */
  readonly ratio: number
  /** Half the distance between the quartiles of the ratios, as a share of the median. */
  readonly spread: number
  readonly must: number
  readonly aim: number
  /** Of the medians: milliseconds, but where memory is measured. */
  readonly unit: Unit
  /** Medians, to make sense of the ratio; never to compare between runs. */
  readonly oursMedian: number
  readonly baselineMedian: number
}

export type Unit = 'ms' | 'MB'

export interface Bench {
  readonly id: string
  run(context: BenchContext): Promise<BenchRow>
}

export interface BenchContext {
  readonly root: string
  readonly say: (line: string) => void
  /** A folder of this run, removed at its end. */
  readonly scratch: string
}

export interface Contest {
  readonly id: string
  readonly what: string
  readonly baseline: string
  readonly must: number
  readonly aim: number
  readonly rounds: number
  /** What both give back; milliseconds where it is left out. */
  readonly unit?: Unit
  ours(): Promise<number>
  theirs(): Promise<number>
}

/** Runs both sides in turn, after one unmeasured round, so that a noisy neighbour disturbs both. */
export async function compare(contest: Contest, say: (line: string) => void): Promise<BenchRow> {
  const { id, what, baseline, must, aim, rounds, unit = 'ms' } = contest
  await contest.ours()
  await contest.theirs()
  const pairs: { ours: number; theirs: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    // Who goes first changes each round: what one leaves warm helps the other as often as not.
    const oursFirst = round % 2 === 0
    const first = oursFirst ? await contest.ours() : await contest.theirs()
    const second = oursFirst ? await contest.theirs() : await contest.ours()
    const pair = oursFirst ? { ours: first, theirs: second } : { ours: second, theirs: first }
    pairs.push(pair)
    say(`  ${id} ${round + 1}/${rounds}: ${pair.ours.toFixed(1)} against ${pair.theirs.toFixed(1)} ${unit}`)
  }
  const ratios = pairs.map(({ ours, theirs }) => ours / theirs)
  const ratio = quantile(ratios, 0.5)
  return {
    id,
    what,
    baseline,
    ratio,
    spread: (quantile(ratios, 0.75) - quantile(ratios, 0.25)) / 2 / ratio,
    must,
    aim,
    unit,
    oursMedian: quantile(
      pairs.map(({ ours }) => ours),
      0.5,
    ),
    baselineMedian: quantile(
      pairs.map(({ theirs }) => theirs),
      0.5,
    ),
  }
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const below = sorted[Math.floor(at)] ?? Number.NaN
  const above = sorted[Math.ceil(at)] ?? Number.NaN
  return below + (above - below) * (at - Math.floor(at))
}
