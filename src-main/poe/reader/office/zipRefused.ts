/** Limits of an archive, held to bytes as they are produced: what a header promises binds nobody. */
export const ZIP_LIMITS = {
  entries: 2000,
  inflatedBytes: 200 * 1024 * 1024,
  ratio: 100,
  /** Small parts of one repeated letter are no bomb. */
  ratioFrom: 1024 * 1024,
} as const

/** Why an archive is not read: it is damaged, under a password, two readers could see two files in it, or it swells without bound. */
export type ZipProblem = 'damaged' | 'locked' | 'anomaly' | 'bomb'

export class ZipRefused extends Error {
  override readonly name = 'ZipRefused'
  readonly problem: ZipProblem
  constructor(problem: ZipProblem, what: string) {
    super(`The archive is refused: ${what}`)
    this.problem = problem
  }
}
