/** What the specs in the Electron window need of a machine beside the binary: somewhere to show it, and Chromium's sandbox. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { hasDisplay } from '../../src-main/hosts/services/display.ts'

export interface Machine {
  readonly platform: NodeJS.Platform
  readonly isRoot: boolean
  /** Text of a file of the system; undefined = there is none. */
  read(path: string): string | undefined
  /** Whether root owns the file and lends its rights to whoever starts it. */
  lendsRoot(path: string): boolean
}

export const thisMachine: Machine = {
  platform: process.platform,
  isRoot: process.getuid?.() === 0,
  read: (path) => (existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined),
  lendsRoot: (path) => {
    const file = statSync(path, { throwIfNoEntry: false })
    return file?.uid === 0 && (file.mode & 0o4000) !== 0
  },
}

/** Where Linux says whether a person without rights may have namespaces of their own, and what it says when not. */
const NAMESPACES = [
  { file: '/proc/sys/kernel/unprivileged_userns_clone', refused: '0' },
  { file: '/proc/sys/user/max_user_namespaces', refused: '0' },
  { file: '/proc/sys/kernel/apparmor_restrict_unprivileged_userns', refused: '1' },
] as const

/**
 * Why Chromium's sandbox cannot stand here; null = it can. Windows and macOS have one for everybody; on Linux it wants namespaces, or the
 * program beside the binary that may make them.
 */
export function whyNoSandbox(binary: string, machine: Machine = thisMachine): string | null {
  if (machine.platform !== 'linux') return null
  if (machine.isRoot) return 'Chromium’s sandbox refuses to run as root'
  if (machine.lendsRoot(join(dirname(binary), 'chrome-sandbox'))) return null
  const refused = NAMESPACES.find(({ file, refused }) => machine.read(file) === refused)
  return refused === undefined ? null : `this system refuses namespaces (${refused.file})`
}

/** Why no window can be shown; null = one can. @param hasXvfb whether an unseen display can be started. */
export function whyNoDisplay(
  canShow = hasDisplay(),
  hasXvfb = existsSync('/usr/bin/xvfb-run'),
): string | null {
  return canShow || hasXvfb ? null : 'no display, and no xvfb-run to make one'
}

/** Whether Linux bounds the system calls of a process by a filter, as Chromium's sandbox does: from its /proc/PID/status. */
export const isFiltered = (status: string): boolean => /^Seccomp:\s*2$/m.test(status)
