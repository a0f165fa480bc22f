import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'

export interface ProcessBounds {
  /** Processor time where the system tells it, else time by the clock: how busy the machine is should not decide what is read. */
  readonly limitMs: number
  readonly residentBytes: number
}

const POLL_MS = 200
/** Where the processor time of the process is known, a busy machine may take so many times longer by the clock. */
const SLOW_MACHINE = 4
/** Clock ticks a second of Linux's process table. */
const TICKS = 100

/** Tells once when a process took too long or too much, counted from now. Whoever called stops it by what is returned. */
export function watchProcess(
  { pid }: Pick<ChildProcess, 'pid'>,
  { limitMs, residentBytes: most }: ProcessBounds,
  over: (reason: 'time' | 'memory') => void,
): () => void {
  const before = processorMs(pid)
  const stop = (): void => {
    clearTimeout(timer)
    clearInterval(poll)
  }
  const tell = (reason: 'time' | 'memory'): void => {
    stop()
    over(reason)
  }
  const timer = setTimeout(
    () => tell('time'),
    Math.max(0, before === null ? limitMs : limitMs * SLOW_MACHINE),
  )
  const poll = setInterval(() => {
    const resident = residentBytes(pid)
    const now = processorMs(pid)
    if (resident !== null && resident > most) tell('memory')
    else if (before !== null && now !== null && now - before > limitMs) tell('time')
  }, POLL_MS)
  return stop
}

/** Null where the system has no /proc: there the heap limit of the process is the only bound. */
function residentBytes(pid: number | undefined): number | null {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/mu.exec(told(pid, 'status') ?? '')?.[1]
  return kilobytes === undefined ? null : Number(kilobytes) * 1024
}

function processorMs(pid: number | undefined): number | null {
  const stat = told(pid, 'stat')
  if (stat === null) return null
  // The name in brackets may hold spaces; user and system time are the 12th and 13th after it.
  const parts = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return ((Number(parts[11]) + Number(parts[12])) * 1000) / TICKS
}

function told(pid: number | undefined, file: 'status' | 'stat'): string | null {
  if (pid === undefined || process.platform !== 'linux') return null
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1')
  } catch {
    return null // It ended between two looks.
  }
}
