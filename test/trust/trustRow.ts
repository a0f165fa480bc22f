/** Where a promise is proven: a file of tests and how the titles begin that prove it. */
export interface ProvingTests {
  /** `electron`: proves where Electron's binary is, and cannot be tried elsewhere. */
  readonly by: 'vitest' | 'browser' | 'electron'
  /** Path from the project's root. */
  readonly file: string
  /** Each must be found, run and hold. One beginning may stand for several tests. */
  readonly titles: readonly string[]
  /** The row's other proofs show it on any machine; where Electron's binary is, this must hold as well. */
  readonly isFurther?: true
}

/** What was found just now, beside the tests. */
export interface Found {
  readonly holds: boolean
  readonly evidence: string
}

/** Found out by looking at the machine, the build or the registry when the list is drawn up. */
export interface Look {
  readonly by: 'look'
  /** What a person types to look at the same. */
  readonly how: string
  readonly find: (root: string) => Promise<Found>
}

/** What this machine cannot show, why, and what shows it where it can be. */
export interface NotHere {
  readonly by: 'elsewhere'
  readonly because: string
  readonly how: string
}

/** Promised and not kept yet, or kept and proven by nothing. Always a failure. */
export interface Owed {
  readonly by: 'nothing'
  readonly lacks: string
}

export type Proof = ProvingTests | Look | NotHere | Owed

/** A promise of the checklist. It holds when every proof does. */
export interface TrustRow {
  /** E1, C07: the group's letter and a number. */
  readonly id: string
  /** What is promised, in a line. */
  readonly says: string
  readonly proofs: readonly [Proof, ...Proof[]]
}

export type TrustStatus = 'pass' | 'fail' | 'not_testable_here'

export interface TrustAnswer {
  readonly id: string
  readonly status: TrustStatus
  /** What was seen, with what is wrong first. */
  readonly evidence: string
  /** The command that shows it. */
  readonly how: string
}

export const tests = (file: string, ...titles: readonly string[]): ProvingTests => ({
  by: 'vitest',
  file,
  titles,
})
export const specs = (file: string, ...titles: readonly string[]): ProvingTests => ({
  by: 'browser',
  file,
  titles,
})
export const inElectron = (file: string, ...titles: readonly string[]): ProvingTests => ({
  by: 'electron',
  file,
  titles,
})
export const alsoInElectron = (file: string, ...titles: readonly string[]): ProvingTests => ({
  ...inElectron(file, ...titles),
  isFurther: true,
})
export const elsewhere = (because: string, how: string): NotHere => ({ by: 'elsewhere', because, how })
export const owed = (lacks: string): Owed => ({ by: 'nothing', lacks })
