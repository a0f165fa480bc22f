import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../../../src-main/hosts/launcher/ensureBuilt.ts'
import { runElectronHost } from '../../../fakes/electron/runElectronHost.ts'

const root = resolve(import.meta.dirname, '../../../..')

interface Packed {
  readonly exitCode: number | null
  readonly calls: readonly string[]
  readonly menu: readonly {
    readonly role?: string
    readonly submenu?: readonly { readonly role?: string }[]
  }[]
  readonly devTools: boolean | null
}

let dataDir = ''
beforeAll(async () => {
  await ensureBuilt({ root, parts: ['main', 'preload'], say: () => undefined })
  dataDir = mkdtempSync(join(tmpdir(), 'proofdesk-test-'))
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

async function start(...more: string[]): Promise<Packed & { readonly stderr: string }> {
  const args = ['--data-dir', dataDir, '--hub', 'none', ...more]
  const run = await runElectronHost('packaged', args, { root, isPacked: true })
  if (run.result === undefined) throw new Error(run.stderr)
  return { ...(run.result as Packed), stderr: run.stderr } // what the scenario puts together
}

/** The menus of Electron that bring the developer tools along. */
const WITH_TOOLS = ['viewMenu', 'toggleDevTools', 'reload', 'forceReload']

describe('the packed product', () => {
  it('has no developer tools, and no way to them in its menu', async () => {
    const { devTools, menu, exitCode } = await start()
    expect(exitCode).toBeNull()
    expect(devTools).toBe(false)
    const roles = menu.flatMap(({ role, submenu = [] }) => [role, ...submenu.map((item) => item.role)])
    expect(roles.filter((role) => role !== undefined && WITH_TOOLS.includes(role))).toEqual([])
    expect(roles.length).toBeGreaterThan(0)
  })

  it.each([
    'remote-debugging-port',
    'remote-debugging-pipe',
    'inspect',
    'no-sandbox',
    'disable-web-security',
  ])('does not start with the switch %s, and says so', async (name) => {
    const { calls, exitCode, stderr } = await start(`--switch=${name}`)
    expect(exitCode).toBe(2)
    expect(calls).toEqual([])
    expect(stderr).toContain(`--${name}`)
  })
})
