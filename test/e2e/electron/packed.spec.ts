import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { changeLetter } from '../../builders/archiveSeal.ts'
import { fusesOf } from '../../builders/fuses.ts'
import { type PackedProduct, packWith } from '../../builders/packedProduct.ts'
import packages from '../../config/packages.config.ts'
import { whyNoSandbox } from '../../run/electronHere.ts'
import { binary, livingIn } from '../launch/desktop.ts'

/** On macOS the binary lies in `Electron.app/Contents/MacOS`, elsewhere in the folder itself. */
const DIST = process.platform === 'darwin' ? join(dirname(binary), '../../..') : dirname(binary)

let packed: PackedProduct
test.beforeAll(async () => {
  test.setTimeout(600_000)
  packed = await packWith(DIST)
})
test.afterAll(() => packed.remove())

/** The packed program with folders of its own, which it is given time to end in order. */
async function withProgram<T>(
  args: readonly string[],
  look: (program: { readonly child: ChildProcess; isReady(): boolean }) => Promise<T>,
): Promise<T> {
  const home = mkdtempSync(join(tmpdir(), 'proofdesk-packed-home-'))
  const dataDir = join(home, 'data')
  const words = ['--data-dir', dataDir, '--hub', 'none', ...args]
  const child = spawn(packed.program, words, { env: livingIn(home), stdio: 'ignore' })
  const ended = once(child, 'exit')
  const log = join(dataDir, 'proofdesk.log')
  const isReady = () => existsSync(log) && readFileSync(log, 'utf8').includes('host.ready')
  try {
    return await look({ child, isReady })
  } finally {
    if (child.exitCode === null && child.signalCode === null) child.kill()
    await ended
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  }
}

const isOver = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null

/** What is packed never starts without its sandbox, so there is nothing to see where that cannot stand. */
function skipWithoutSandbox(): void {
  const why = whyNoSandbox(packed.program)
  test.skip(why !== null, why ?? '')
}

test('the fuses in the packed binary are those of the configuration', async () => {
  expect(await fusesOf(packed.program)).toEqual(packages.electronFuses)
})

test('the packed program starts, and not with a switch by which others look into it', async () => {
  skipWithoutSandbox()
  await withProgram([], ({ isReady }) => expect.poll(isReady, { timeout: 60_000 }).toBe(true))
  await withProgram(['--remote-debugging-port=0'], async ({ child, isReady }) => {
    await expect.poll(() => isOver(child), { timeout: 60_000 }).toBe(true)
    expect(child.exitCode).toBe(2)
    expect(isReady()).toBe(false)
  })
})

test('one changed letter of the archive stops its start; on Linux, where nobody looks at the seal, it does not', async () => {
  skipWithoutSandbox()
  const putBack = changeLetter(packed.archive, 'package.json', 'The reviewer')
  try {
    await withProgram([], async ({ child, isReady }) => {
      await expect.poll(() => isReady() || isOver(child), { timeout: 60_000 }).toBe(true)
      expect(isReady()).toBe(process.platform === 'linux')
    })
  } finally {
    putBack()
  }
})

test('what is packed has no updater and asks nobody for a newer version', () => {
  const beside = join(packed.archive, '..')
  expect(['app-update.yml', 'dev-app-update.yml'].filter((name) => existsSync(join(beside, name)))).toEqual(
    [],
  )
})
