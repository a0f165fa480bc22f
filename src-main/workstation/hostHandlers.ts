import { CONTRACT_VERSION, type Handlers } from '../../src-preload/contract/index.ts'
import type { host } from '../../src-preload/contract/host.ts'
import { LINKS } from '../../src-preload/contract/vocabulary/links.ts'
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
    'host.openExternal': async ({ link }) => {
      if (ports.openExternal === undefined) return { outcome: 'window' }
      try {
        await ports.openExternal(LINKS[link])
        return { outcome: 'opened' }
      } catch (error) {
        ports.log({ level: 'warn', event: 'an address was not opened', facts: { link }, error })
        return { outcome: 'refused' }
      }
    },
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
