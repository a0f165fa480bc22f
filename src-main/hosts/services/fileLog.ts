import { appendFileSync, renameSync, statSync } from 'node:fs'
import type { LogEntry } from '../../workstation/ports.ts'

const MAX_BYTES = 5_000_000

export type Log = (entry: LogEntry) => void

/**
 * Writes one JSON line an entry; a full file becomes `.1`, which replaces the one before. An error leaves its name, code and
 * stack behind and its message only with everything quoted taken out, since parsers like to quote what they were given.
 */
export function createFileLog(file: string, now: () => number = Date.now): Log {
  let sizeBytes = sizeOf(file)
  return ({ level, event, facts, error }) => {
    if (level === 'debug' && process.env['PROOFDESK_DEBUG'] === undefined) return
    const at = new Date(now()).toISOString()
    const line = `${JSON.stringify({ at, level, event, ...facts, ...(error === undefined ? {} : describe(error)) })}\n`
    try {
      if (sizeBytes + line.length > MAX_BYTES) {
        renameSync(file, `${file}.1`)
        sizeBytes = 0
      }
      appendFileSync(file, line, { mode: 0o600 })
      sizeBytes += line.length
    } catch {
      // A full or read-only disk must not take the work down with it; the store says so to the reviewer in its own way.
    }
  }
}

/** For a log that a process of ours writes by itself: begins a new one when it is full. */
export function rollOver(file: string): void {
  if (sizeOf(file) > MAX_BYTES) renameSync(file, `${file}.1`)
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

function describe(error: unknown): { error: string; stack?: string; because?: string } {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const because = error.cause === undefined ? {} : { because: describe(error.cause).error }
  return {
    error: `${error.name}${code}: ${withoutQuotes(error.message)}`,
    stack: frames.slice(0, 12).join('\n'),
    ...because,
  }
}

function withoutQuotes(message: string): string {
  return message.replaceAll(/"[^"]*"?|'[^']*'?|`[^`]*`?/g, '…').slice(0, 200)
}
