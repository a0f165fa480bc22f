import type { CopyPlace } from '../../workstation/ports.ts'
import { harmlessName, writeNew } from '../services/copies.ts'
import type { ElectronApi } from './electronApi.ts'

/** Asks with the system's own dialog, which also asks before it overwrites. */
export function saveDialog({ dialog, app }: ElectronApi) {
  return async (fileName: string): Promise<CopyPlace | null> => {
    const { canceled, filePath } = await dialog.showSaveDialog({
      defaultPath: `${app.getPath('downloads')}/${harmlessName(fileName)}`,
      properties: ['showOverwriteConfirmation', 'dontAddToRecent'],
    })
    if (canceled || filePath === '') return null
    return { where: filePath, write: (bytes) => writeNew(filePath, bytes, 'w') }
  }
}
