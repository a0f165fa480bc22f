import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  fetchElectronOnce,
  findElectron,
  installElectron,
} from '../../../../src-main/hosts/launcher/electronBinary.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'

/** A tree whose installer counts its runs in a file and succeeds or fails as told. */
function aTree(installs: boolean): string {
  const root = aTempFolder()
  const folder = join(root, 'node_modules/electron')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"version":"45.4.1"}')
  const success = `fs.mkdirSync(d + '/dist'); fs.writeFileSync(d + '/dist/electron', ''); fs.writeFileSync(d + '/path.txt', 'electron\\n')`
  const source = `const fs = require('fs'), d = __dirname
fs.appendFileSync(d + '/runs', 'x')
${installs ? success : 'process.exit(1)'}`
  writeFileSync(join(folder, 'install.js'), source)
  return root
}

const runsIn = async (root: string) => {
  const { readFile } = await import('node:fs/promises')
  return (await readFile(join(root, 'node_modules/electron/runs'), 'utf8')).length
}
const quiet = () => undefined

describe('Electron’s binary', () => {
  it('is found where its package put it, or where the environment says', async () => {
    const root = aTree(true)
    expect(findElectron(root, {})).toBeUndefined()
    expect(await installElectron(root)).toBe(true)
    const dist = join(root, 'node_modules/electron/dist')
    expect(findElectron(root, {})).toBe(join(dist, 'electron'))
    expect(findElectron(root, { ELECTRON_OVERRIDE_DIST_PATH: dist })).toBe(join(dist, 'electron'))
    expect(findElectron(root, { ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' })).toBeUndefined()
  })

  it('is downloaded once, and a failure is remembered', async () => {
    const root = aTree(false)
    const lines: string[] = []
    const say = (line: string) => void lines.push(line)
    expect(await fetchElectronOnce(root, say)).toBeUndefined()
    expect(await fetchElectronOnce(root, say)).toBeUndefined()
    expect(await runsIn(root)).toBe(1)
    expect(lines.length).toBe(1)
  })

  it('is tried again when asked, and for another version', async () => {
    const root = aTree(false)
    await fetchElectronOnce(root, quiet)
    expect(await installElectron(root)).toBe(false)
    writeFileSync(join(root, 'node_modules/electron/package.json'), '{"version":"46.0.0"}')
    await fetchElectronOnce(root, quiet)
    expect(await runsIn(root)).toBe(3)
  })

  it('is not downloaded when it is there', async () => {
    const root = aTree(true)
    await installElectron(root)
    expect(await fetchElectronOnce(root, quiet)).toContain('dist')
    expect(await runsIn(root)).toBe(1)
    expect(existsSync(join(root, 'node_modules/.cache'))).toBe(true)
  })
})
