import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { HubPort, WorkstationPorts } from '../../workstation/ports.ts'
import type { StartEntry } from './childEntry.ts'
import { placeInDownloads } from './copies.ts'
import { createWorkstation, type Workstation } from '../../workstation/workstation.ts'
import { type DataDir, openDataDir, sampleDataDir } from './dataDir.ts'
import { createEmbeddedHub } from './embeddedHub.ts'
import { createFileLog, type Log } from './fileLog.ts'
import type { HostFlags } from './hostFlags.ts'
import { createHubLink, fixedAddress, noHub } from './hubLink.ts'
import { chooseSignIn, type SignInHere } from './signIn/signInHere.ts'
import type { SealedBox } from './signIn/sealedBox.ts'
import { createPoe } from './poePort.ts'
import { createRenewable } from './renewable.ts'
import { forgetSample, isSampleFolder } from './sampleFolder.ts'
import { passphraseSource } from './keys/askPassphrase.ts'
import type { KeyKeeper } from './keys/keyKeeper.ts'
import { createKeyPort } from './keys/keyPort.ts'
import { systemKeyring } from './keys/keyring.ts'
import { findProduct, type ProductPaths } from './productPaths.ts'
import { openInSystemBrowser } from './systemBrowser.ts'
import { systemClock } from './systemClock.ts'

/** What a host does in ways of its own. */
export interface HostLends
  extends Partial<
    Pick<WorkstationPorts, 'chooseCopyPlace' | 'notify' | 'openExternal' | 'printer' | 'showMenu'>
  > {
  readonly keeper?: KeyKeeper
}

/** What a host needs beside its window: the same in every host but for how processes are started. */
export interface HostServices {
  readonly product: ProductPaths
  readonly data: DataDir
  readonly log: Log
  /**
   * The workstation on the ports of this host, completed by what only the host knows. Without ways of its own,
   * copies go where downloads go, the system's opener is asked for what is outside, and its keyring keeps the key.
   */
  createCore(host: HostFacts, lends?: HostLends): Workstation
  /**
   * Finds who signed in before, or exchanges the code that the host was started with, before the ports are made.
   * @throws SignInRefused
   */
  signIn(): Promise<void>
  /** One sentence on what a person must do to be let in by the hub; null = nothing. Asks the hub, so nobody waits for it. */
  signInNote(): Promise<string | null>
  /** Starts the embedded hub, if there is to be one. Called after the window is on its way, since nothing waits for it. */
  startHub(): void
  /** Ends every process that was started. */
  stop(): Promise<void>
}

export interface HostServicesOptions {
  readonly flags: HostFlags
  readonly startEntry: StartEntry
  /** What the system offers for secrets; the system’s keyring where a host has nothing better. */
  readonly box?: SealedBox
  /** Opens the directory’s page where the person sees it. False = it could not be. */
  readonly openBrowser?: (address: string) => Promise<boolean>
  /** The Node that runs the document reader. */
  readerNode(product: ProductPaths): string
}

export function createHostServices(options: HostServicesOptions): HostServices {
  const { flags, startEntry, readerNode } = options
  const product = findProduct()
  const data = openDataDir(flags.dataDir ?? (flags.hub === 'embedded' ? sampleDataDir() : undefined))
  const isSample = isSampleFolder(data, flags.hub)
  const log = createFileLog(data.log)
  const poe = createPoe(product, readerNode(product))
  const signIn = chooseSignIn({ ...options, data, log })
  const hub = chooseHub(flags.hub, product, data, log, startEntry, signIn)
  const portsFor = (
    host: HostFacts,
    { keeper = systemKeyring, ...lends }: HostLends & Pick<Partial<WorkstationPorts>, 'renewSample'>,
  ): WorkstationPorts => ({
    clock: systemClock,
    hub: hub.port,
    poe: poe.port,
    keys: createKeyPort({
      keeper,
      passphrases: passphraseSource,
      mayLieOpen: isSample || process.env['PROOFDESK_KEY'] === 'file',
      say: (sentence) => process.stderr.write(sentence),
    }),
    log,
    chooseCopyPlace: (fileName) => placeInDownloads(fileName),
    openExternal: (address) => openInSystemBrowser(address),
    uuid: () => randomUUID(),
    forgetSignIn: signIn.forget,
    paths: {
      profile: data.profile,
      migrations: product.migrations,
      app: product.app,
      viewer: product.viewer,
    },
    host: { ...host, version: product.version, user: signIn.userId() ?? flags.user },
    ...lends,
  })
  const beginSampleAnew = async () => {
    await hub.stop()
    try {
      await forgetSample(data)
    } finally {
      hub.start()
    }
    log({ level: 'info', event: 'sample.renewed' })
  }
  return {
    product,
    data,
    log,
    createCore(host, lends = {}) {
      if (signIn.directory !== null) return signIn.directory(portsFor(host, lends))
      if (!isSample) return createWorkstation(portsFor(host, lends))
      const renewSample = () => core.renew(beginSampleAnew)
      const core = createRenewable(() => createWorkstation(portsFor(host, { ...lends, renewSample })))
      return core
    },
    signIn: () => signIn.begin(),
    signInNote: () => signIn.note(),
    startHub: () => hub.start(),
    async stop() {
      poe.stop()
      await hub.stop()
    },
  }
}

type HostFacts = Omit<WorkstationPorts['host'], 'version' | 'user'>

interface StartedHub {
  readonly port: HubPort
  start(): void
  stop(): Promise<void>
}

const nothingToRun = { start: () => {}, stop: () => Promise.resolve() }

function chooseHub(
  hub: HostFlags['hub'],
  product: ProductPaths,
  data: DataDir,
  log: Log,
  startEntry: StartEntry,
  signIn: SignInHere,
): StartedHub {
  if (hub === 'none') return { port: noHub, ...nothingToRun }
  if (hub !== 'embedded') return { port: createHubLink(fixedAddress(hub), signIn.tokens), ...nothingToRun }
  const entry = join(product.entries, 'hub.js')
  const { root: dataDir, hubLog: logFile } = data
  const embedded = createEmbeddedHub({ entry, dataDir, logFile, startEntry, clock: systemClock, log })
  return { port: createHubLink(embedded), start: embedded.start, stop: embedded.stop }
}
