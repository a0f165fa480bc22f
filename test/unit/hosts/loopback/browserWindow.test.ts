import { execFile } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import {
  browserFlags,
  openBrowserWindow,
  writeBootstrapPage,
} from '../../../../src-main/hosts/loopback/browserWindow.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'

const LAUNCH_URL = 'http://127.0.0.1:4711/launch?token=abc_DEF-123'

/** A browser that writes its arguments down and lives until its pipe says that it should close. */
function aBrowser(folder: string, whenAsked: string): string {
  const file = join(folder, 'browser')
  const source = `#!${process.execPath}
const fs = require('fs')
fs.writeFileSync(${JSON.stringify(join(folder, 'args.json'))}, JSON.stringify(process.argv.slice(2)))
const pipe = fs.createReadStream(null, { fd: 3 })
pipe.on('data', (data) => { ${whenAsked} })
pipe.on('end', () => process.exit(0))
`
  writeFileSync(file, source)
  chmodSync(file, 0o755)
  return file
}

function open(folder: string, browser: string) {
  return openBrowserWindow({
    browser,
    launchUrl: LAUNCH_URL,
    profileDir: join(folder, 'profile'),
    dataDir: folder,
    isRoot: false,
  })
}

async function argsOf(folder: string): Promise<string[]> {
  const file = join(folder, 'args.json')
  await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8').endsWith(']')).toBe(true)
  return JSON.parse(readFileSync(file, 'utf8')) as string[]
}

describe('the page that carries the token', () => {
  it('can be read by its owner alone', async () => {
    const folder = aTempFolder()
    const page = writeBootstrapPage(folder, LAUNCH_URL)
    expect(statSync(page).mode & 0o777).toBe(0o600)
    expect(readFileSync(page, 'utf8')).toContain(LAUNCH_URL)
    if (process.getuid?.() !== 0) return
    // Another person of this machine, who may even enter the folder.
    chmodSync(folder, 0o755)
    const asNobody = ['--reuid=65534', '--regid=65534', '--clear-groups', '/bin/cat']
    const asOther = promisify(execFile)('setpriv', [...asNobody, page])
    await expect(asOther).rejects.toThrow(/Permission denied/)
    writeFileSync(join(folder, 'open'), 'for all', { mode: 0o644 })
    const control = await promisify(execFile)('setpriv', [...asNobody, join(folder, 'open')])
    expect(control.stdout).toBe('for all')
  })
})

describe('the app window', () => {
  it('is opened without the token in its command line, on a profile of its own', async () => {
    const folder = aTempFolder()
    const window = open(folder, aBrowser(folder, 'process.exit(0)'))
    const args = await argsOf(folder)
    expect(args.join(' ')).not.toContain('abc_DEF-123')
    expect(args[0]).toMatch(/^--app=file:\/\/.*\/launch-[0-9a-f]{16}\.html$/)
    expect(args).toContain(`--user-data-dir=${join(folder, 'profile')}`)
    await window.close()
  })

  it('takes its bootstrap page away when it is no longer needed, and when it closes', async () => {
    const folder = aTempFolder()
    const window = open(folder, aBrowser(folder, 'process.exit(0)'))
    const page = new URL((await argsOf(folder))[0]?.slice('--app='.length) ?? '')
    expect(existsSync(page)).toBe(true)
    window.forgetLaunch()
    expect(existsSync(page)).toBe(false)
    await window.close()
    const other = open(folder, aBrowser(folder, 'process.exit(0)'))
    await argsOf(folder)
    await other.close()
    await other.closed
    expect(existsSync(page)).toBe(false)
  })

  it('asks the browser to close in order, and kills it when it does not', async () => {
    const folder = aTempFolder()
    const asked = join(folder, 'asked')
    const polite = open(
      folder,
      aBrowser(folder, `fs.writeFileSync(${JSON.stringify(asked)}, data); process.exit(0)`),
    )
    await argsOf(folder)
    await polite.close()
    expect(readFileSync(asked, 'utf8')).toBe('{"id":1,"method":"Browser.close"}\0')
    const stubborn = open(folder, aBrowser(folder, ''))
    await argsOf(folder)
    await stubborn.close()
    await stubborn.closed
    await stubborn.close()
  })

  it('tells when the browser is gone, also when it never came', async () => {
    const folder = aTempFolder()
    await open(folder, '/nowhere/browser').closed
  })
})

describe('the flags of the browser', () => {
  const flags = (isRoot: boolean) =>
    browserFlags({ launchUrl: LAUNCH_URL, profileDir: '/p', isRoot }, 'file:///x')

  it('leave the sandbox on unless root runs it', () => {
    expect(flags(false)).not.toContain('--no-sandbox')
    expect(flags(true)).toContain('--no-sandbox')
  })

  it('send every request that is not ours to our own port, so that no name is looked up', () => {
    expect(flags(false)).toContain('--proxy-server=http://127.0.0.1:4711')
    expect(flags(false)).toContain('--proxy-bypass-list=127.0.0.1;*.localhost')
  })
})
