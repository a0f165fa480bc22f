import { type Log, traceOf } from '../../hub/log.ts'

/** Writes entries as lines of JSON; the finest ones only when asked for by `HUB_LOG=debug`. */
export function logLines(write: (line: string) => void, withDebug: boolean): Log {
  return ({ level, event, facts, error }) => {
    if (level === 'debug' && !withDebug) return
    const at = new Date().toISOString()
    write(
      JSON.stringify({
        at,
        level,
        event,
        ...facts,
        ...(error === undefined ? {} : { trace: traceOf(error) }),
      }),
    )
  }
}
