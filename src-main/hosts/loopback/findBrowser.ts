import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

export interface Machine {
  readonly platform: NodeJS.Platform
  readonly env: NodeJS.ProcessEnv
  readonly exists: (path: string) => boolean
}

export const thisMachine: Machine = { platform: process.platform, env: process.env, exists: existsSync }

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
]
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge']
const WINDOWS_PATHS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
]

/** The Chromium, Chrome or Edge to open the window in; `PROOFDESK_BROWSER` names another. Undefined when there is none. */
export function findBrowser(machine: Machine = thisMachine): string | undefined {
  const named = machine.env['PROOFDESK_BROWSER']
  if (named !== undefined && named !== '') return machine.exists(named) ? named : undefined
  return candidates(machine).find((path) => machine.exists(path))
}

function candidates({ platform, env }: Machine): string[] {
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
    return WINDOWS_PATHS.flatMap((path) => roots.flatMap((root) => (root ? [join(root, ...path)] : [])))
  }
  if (platform === 'darwin') {
    return MAC_APPS.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`)
  }
  // A packed browser (snap) may not write into our data folder; one from the distribution comes first, wherever PATH has it.
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder.startsWith('/'))
  const packed = folders.filter((folder) => folder.startsWith('/snap/'))
  const usual = folders.filter((folder) => !folder.startsWith('/snap/'))
  return [...usual, ...packed].flatMap((folder) => LINUX_NAMES.map((name) => join(folder, name)))
}
