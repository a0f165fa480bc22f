export interface LogEntry {
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  /** What happened, in the past tense. */
  readonly event: string
  /** Ids, sizes, durations. Never contents of documents, claims or messages. */
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>
  readonly error?: unknown
}

export type Log = (entry: LogEntry) => void

/**
 * An error as a log may hold it: kinds, codes and places, along the chain of causes. Messages stay out, because a database
 * error's message quotes the values of the query.
 */
export function traceOf(error: unknown): string[] {
  const trace: string[] = []
  for (let at: unknown = error; at instanceof Error && trace.length < 40; at = at.cause) {
    const code = 'code' in at && typeof at.code === 'string' ? ` ${at.code}` : ''
    trace.push(`${at.name}${code}`)
    const frames = (at.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
    trace.push(...frames.slice(0, 8).map((line) => line.trim()))
  }
  return trace.length > 0 ? trace : [typeof error]
}
