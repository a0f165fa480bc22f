export interface Command {
  readonly name: string
  readonly usage: string
  /** Arguments after the command's name → exit code. Throws UsageError for wrong ones. */
  run(args: readonly string[]): Promise<number>
}
