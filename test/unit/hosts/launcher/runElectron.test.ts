import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { runElectron } from '../../../../src-main/hosts/launcher/runElectron.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'

function aBinary(folder: string, source: string): string {
  const file = join(folder, 'electron')
  writeFileSync(file, `#!${process.execPath}\n${source}\n`)
  chmodSync(file, 0o755)
  return file
}

afterEach(() => vi.unstubAllEnvs())

describe('running Electron', () => {
  it('gives it the product, the flags and the word that it was launched', async () => {
    const folder = aTempFolder()
    const said = join(folder, 'said.json')
    vi.stubEnv('ELECTRON_RUN_AS_NODE', '1')
    const binary = aBinary(
      folder,
      `const { PROOFDESK_LAUNCHED, ELECTRON_RUN_AS_NODE } = process.env
require('fs').writeFileSync(${JSON.stringify(said)}, JSON.stringify([process.argv.slice(2), PROOFDESK_LAUNCHED, ELECTRON_RUN_AS_NODE ?? null]))`,
    )
    expect(await runElectron(binary, '/product', ['--as', 'auditor'])).toEqual({ end: 'finished', code: 0 })
    expect(JSON.parse(readFileSync(said, 'utf8'))).toEqual([['/product', '--as', 'auditor'], '1', null])
  })

  it('is found unable when it fails before a window can have been there, or cannot be run', async () => {
    const folder = aTempFolder()
    expect(await runElectron(aBinary(folder, 'process.exit(133)'), '/product', [])).toEqual({ end: 'unable' })
    expect(await runElectron('/nowhere/electron', '/product', [])).toEqual({ end: 'unable' })
  })

  it('gets the signals that we get, and has then ended in order', async () => {
    const folder = aTempFolder()
    const before = process.listenerCount('SIGHUP')
    const source = `process.on('SIGHUP', () => process.exit(1)); process.kill(process.ppid, 'SIGHUP'); setInterval(() => {}, 1000)`
    expect(await runElectron(aBinary(folder, source), '/product', [])).toEqual({ end: 'finished', code: 0 })
    expect(process.listenerCount('SIGHUP')).toBe(before)
  })
})
