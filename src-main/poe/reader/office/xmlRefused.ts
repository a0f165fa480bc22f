/** A part that swells, or that programs read in two ways. Never said of one that is merely broken. */
export class XmlRefused extends Error {
  override readonly name = 'XmlRefused'
  readonly problem: 'bomb' | 'anomaly'
  constructor(problem: XmlRefused['problem'], what: string) {
    super(what)
    this.problem = problem
  }
}
