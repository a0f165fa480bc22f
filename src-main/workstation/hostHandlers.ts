import { CONTRACT_VERSION, type Handlers } from '../../src-preload/contract/index.ts'
import type { host } from '../../src-preload/contract/host.ts'
import { EXTERNAL_PLACES } from '../../src-preload/contract/vocabulary/externalPlaces.ts'
import type { Core } from './core.ts'

/** What the host lends the window: its menu bar, its browser, and a new sample workspace. */
export function createHostHandlers({ ports }: Core): Pick<Handlers, keyof typeof host> {
  return {
    'host.info': () => ({
      host: ports.host.kind,
      version: ports.host.version,
      viewerUrl: `${ports.host.viewerOrigin}/`,
      parts: {
        contract: CONTRACT_VERSION,
        reader: ports.poe.readerVersion,
        checker: ports.poe.checkerVersion,
        node: process.versions.node,
      },
      isSample: ports.renewSample !== undefined,
    }),
    'host.openExternal': async ({ place }) => ({
      outcome: (await ports.openExternal(EXTERNAL_PLACES[place])) ? 'opened' : 'unavailable',
    }),
    'host.showMenu': ({ titles }) => {
      ports.showMenu?.(titles)
      return {}
    },
    'sample.reset': async () => {
      if (ports.renewSample === undefined) return { outcome: 'no_sample' }
      // Ends this very workstation; the answer still goes out.
      await ports.renewSample()
      return { outcome: 'reset' }
    },
  }
}
