/** What must be said of every page, and what must not be switched on, in the words of Electron's web preferences. */
const STANDS = ['sandbox', 'contextIsolation', 'webSecurity'] as const
const IS_OFF = [
  'nodeIntegration',
  'nodeIntegrationInSubFrames',
  'nodeIntegrationInWorker',
  'allowRunningInsecureContent',
  'experimentalFeatures',
  'enableBlinkFeatures',
  'webviewTag',
  'plugins',
] as const

/**
 * Which walls a page goes without, by the preferences that it was really given. A wall that is not spoken of is missing; a switch that is
 * not spoken of is off, as Electron has it.
 */
export function missingWalls(preferences: Readonly<Record<string, unknown>>): readonly string[] {
  const isOn = (name: string) => ![undefined, null, false, ''].includes(preferences[name] as undefined)
  return [...STANDS.filter((name) => preferences[name] !== true), ...IS_OFF.filter(isOn)]
}
