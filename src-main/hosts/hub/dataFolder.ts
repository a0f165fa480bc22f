import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where this system keeps the data of applications, for a hub that was not told where. */
export function defaultDataFolder(): string {
  const home = homedir()
  if (process.platform === 'win32')
    return join(process.env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Proofdesk')
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'Proofdesk')
  return join(process.env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'proofdesk')
}
