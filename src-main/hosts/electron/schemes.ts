import type { Workstation } from '../../workstation/workstation.ts'
import type { ElectronApi } from './electronApi.ts'

/** Origins like those of the web, with no way around the content policy. Must run before Electron is ready. */
export function declareSchemes({ protocol }: Pick<ElectronApi, 'protocol'>): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    { scheme: 'viewer', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Pages, viewer files and documents come from the core, content policy included, as they do in every host. */
export function serveSchemes(
  { protocol }: Pick<ElectronApi, 'protocol'>,
  core: Pick<Workstation, 'fetch'>,
): void {
  protocol.handle('app', (request) => core.fetch(request))
  protocol.handle('viewer', (request) => core.fetch(request))
}
