import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The unit of times in /proc on Linux. */
const TICK_MS = 10

/** Milliseconds of processor time that this process has used. */
export const ownCpuMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Milliseconds of processor time that a PostgreSQL server on a Unix socket has used, all its processes together. Linux alone. */
export function serverCpuMs(url: string): number {
  const folder = decodeURIComponent(/host=([^&]+)/.exec(url)?.[1] ?? '')
  const [postmaster = ''] = readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')
  const own = statOf(postmaster)
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(statOf)
    .filter((stat) => stat?.parent === postmaster)
  // Those that have ended already are counted in their parent.
  const ticks = [own?.ticks, own?.endedTicks, ...children.map((stat) => stat?.ticks)]
  return ticks.reduce<number>((sum, one) => sum + (one ?? 0), 0) * TICK_MS
}

/** Null for a process that is gone. */
function statOf(pid: string): { parent: string; ticks: number; endedTicks: number } | null {
  try {
    const text = readFileSync(join('/proc', pid, 'stat'), 'utf8')
    // The name in brackets may hold blanks; the third field comes after it.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const at = (n: number) => Number(fields[n - 3])
    return { parent: fields[1] ?? '', ticks: at(14) + at(15), endedTicks: at(16) + at(17) }
  } catch {
    return null
  }
}
