import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe } from 'vitest'

const MAIN = resolve('node_modules/azurite/dist/src/blob/main.js')
/** The account that every Azurite has; its key is printed in Azurite's own documentation. */
const ACCOUNT = 'devstoreaccount1'
const KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='

interface AzuriteServer {
  /** Connection string with the account's key. */
  readonly connection: string
  stop(): Promise<void>
}

/** Tests against a blob service of their own; skipped, with a word on why, where none can be started. @param tests get its connection string. */
export function describeAzurite(tests: (connectionOf: () => string) => void): void {
  const isMissing = !existsSync(MAIN)
  const name = `Azure Blob Storage${isMissing ? ' (skipped: the package azurite is missing)' : ''}`
  describe.skipIf(isMissing)(name, () => {
    let server: AzuriteServer | undefined
    beforeAll(async () => {
      server = await startAzurite()
    })
    afterAll(() => server?.stop())
    tests(() => {
      if (server === undefined) throw new Error('Azurite did not start')
      return server.connection
    })
  })
}

/** A blob service of its own on this machine alone, on a free port, with everything in memory. */
async function startAzurite(): Promise<AzuriteServer> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-azurite-'))
  const flags = ['--blobHost', '127.0.0.1', '--blobPort', '0', '--silent']
  const manners = ['--disableTelemetry', '--inMemoryPersistence', '--skipApiVersionCheck']
  const child = spawn(process.execPath, [MAIN, ...flags, ...manners], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const url = await listeningAt(createInterface(child.stdout))
  return {
    connection: `DefaultEndpointsProtocol=http;AccountName=${ACCOUNT};AccountKey=${KEY};BlobEndpoint=${url}/${ACCOUNT};`,
    async stop() {
      child.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function listeningAt(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    const url = /successfully listens on (http:\/\/[\d.]+:\d+)/.exec(line)?.[1]
    if (url !== undefined) return url
  }
  throw new Error('Azurite ended before it listened')
}
