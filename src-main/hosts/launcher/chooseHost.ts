import type { StartFlags } from '../services/hostFlags.ts'

export interface Circumstances {
  readonly platform: NodeJS.Platform
  readonly isRoot: boolean
  readonly hasDisplay: boolean
  /** Looks for the binary and tries the one download; undefined = it is not to be had. */
  findElectron(): Promise<string | undefined>
}

export type HostChoice =
  | { readonly host: 'electron'; readonly binary: string }
  /** `why` is one line for the terminal; null when the flags asked for this host. */
  | { readonly host: 'loopback'; readonly why: string | null }
  | { readonly host: 'none'; readonly why: string }

/** Which shell opens. Only the loopback host has an address, so flags about addresses choose it. */
export async function chooseHost(flags: StartFlags, here: Circumstances): Promise<HostChoice> {
  const wantsAddress = flags.json || !flags.opensWindow || flags.port !== 0
  if (flags.host === 'loopback' || (flags.host === null && wantsAddress))
    return { host: 'loopback', why: null }
  const refuse = (why: string): HostChoice =>
    flags.host === 'electron'
      ? { host: 'none', why }
      : { host: 'loopback', why: `${why} Opening the loopback host.` }
  if (!here.hasDisplay) return refuse('There is no display for Electron.')
  if (here.isRoot && here.platform === 'linux')
    return refuse('Electron does not start as root with its sandbox on.')
  const binary = await here.findElectron()
  if (binary !== undefined) return { host: 'electron', binary }
  return refuse('Electron is not here and could not be downloaded (npm run electron:install tries again).')
}
