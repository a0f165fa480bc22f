import type { App } from 'electron'

/**
 * Switches by which somebody else's program looks into this one, puts its own script there or takes a wall away (trust.md B1, E4). Chromium
 * has read them before any line of ours runs, from more places than our own arguments, so each is asked for by name.
 */
const FORBIDDEN = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'auto-open-devtools-for-tabs',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'js-flags',
  'load-extension',
  'no-sandbox',
  'disable-web-security',
  'allow-file-access-from-files',
  'host-resolver-rules',
  'proxy-server',
  'ignore-certificate-errors',
] as const

/** The first forbidden one that the packed product was started with. Null = none, or this runs from its sources, where people debug. */
export function forbiddenSwitch({
  isPackaged,
  commandLine,
}: Pick<App, 'isPackaged' | 'commandLine'>): string | null {
  if (!isPackaged) return null
  return FORBIDDEN.find((name) => commandLine.hasSwitch(name)) ?? null
}
