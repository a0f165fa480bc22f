import type { Core } from '../core.ts'

/** How long to wait after so many failures in a row: twice as long each time, up to the longest. Milliseconds. */
export function backOff(failures: number, firstMs: number, longestMs: number): number {
  return Math.min(longestMs, firstMs * 2 ** Math.min(failures - 1, 10))
}

/** 1 to 1.2, so that many workstations do not ask in step; never earlier than asked for. */
export function jitter(core: Core): number {
  return 1 + (Number.parseInt(core.ports.uuid().slice(0, 4), 16) / 0xffff) * 0.2
}
