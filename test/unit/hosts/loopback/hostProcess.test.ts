import Database from 'better-sqlite3'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { ensureBuilt } from '../../../../src-main/hosts/launcher/ensureBuilt.ts'
import { findBrowser } from '../../../../src-main/hosts/loopback/findBrowser.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'
import { unsealFile } from '../../../../src-main/store/sealedFile.ts'
import { keysIn, withKey } from '../../../builders/profileKey.ts'

const root = resolve(import.meta.dirname, '../../../..')

beforeAll(
  () => ensureBuilt({ root, parts: ['main', 'door', 'renderer', 'viewer'], say: () => undefined }),
  180_000,
)

function startHost(args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  const host = spawn(process.execPath, [join(root, 'out/main/loopback.js'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, npm_lifecycle_event: undefined, ...env },
  })
  onTestFinished(() => void host.kill('SIGKILL'))
  return host
}

async function firstLine(host: ChildProcess): Promise<string> {
  if (host.stdout === null) throw new Error('The host was started without a pipe.')
  const [line] = (await once(createInterface(host.stdout), 'line')) as [string]
  return line
}

async function outcome(host: ChildProcess) {
  const exited = once(host, 'exit') as Promise<[number | null]>
  const streams = [host.stdout, host.stderr].map((stream) => (stream ? text(stream) : Promise.resolve('')))
  const [stdout, stderr] = await Promise.all(streams)
  const [code] = await exited
  return { stdout, stderr, code }
}

/** Processes of this machine that name the folder in their command line, and have not ended. */
function processesOf(folder: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder)
      } catch {
        return false
      }
    })
}

describe('the loopback host as a process', () => {
  it('prints one line of JSON when it is ready: an address that opens once, and the data folder', async () => {
    const dataDir = aTempFolder()
    const host = startHost(['--no-open', '--json', '--hub', 'none', '--data-dir', dataDir])
    const ready = JSON.parse(await firstLine(host)) as { url: string; dataDir: string }
    expect(ready).toEqual({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/launch\?token=[\w-]{43}$/) as string,
      dataDir,
    })
    expect((await fetch(ready.url, { redirect: 'manual' })).status).toBe(303)
    const ended = once(host, 'exit')
    host.kill('SIGINT')
    expect(await ended).toEqual([0, null])
  })

  it('opens on the claim whose link it was given, and on nothing else that an address may name', async () => {
    const given = ['--no-open', '--json', '--hub', 'none', '--open', 'cpor://claim/CPR-2211908']
    const host = startHost([...given, '--data-dir', aTempFolder()])
    const { url } = JSON.parse(await firstLine(host)) as { url: string }
    expect(url).toMatch(/\/launch\?token=[\w-]{43}&claim=CPR-2211908$/)
    const answer = await fetch(url.replace('CPR-2211908', '..%2f..%2fevil'), { redirect: 'manual' })
    expect(answer.headers.get('location')).toBe('/')

    const wrong = ['--no-open', '--hub', 'none', '--data-dir', aTempFolder()]
    const refused = await outcome(startHost([...wrong, '--open', 'https://evil.tld/']))
    expect(refused.code).toBe(2)
    expect(refused.stderr).toContain('--open is cpor://claim/ID.')
  })

  it('prints the address alone where there is no display', async () => {
    const env = { DISPLAY: '', WAYLAND_DISPLAY: '' }
    const host = startHost(['--hub', 'none', '--data-dir', aTempFolder()], env)
    expect(await firstLine(host)).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/launch\?token=/)
  })

  it('ends the hub that it started, on a signal and when it is killed', async () => {
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      const dataDir = aTempFolder()
      const host = startHost(['--no-open', '--json', '--data-dir', dataDir])
      await firstLine(host)
      await expect.poll(() => processesOf(dataDir).length, { timeout: 20_000 }).toBe(2)
      host.kill(signal)
      await expect.poll(() => processesOf(dataDir), { timeout: 20_000 }).toEqual([])
    }
  }, 60_000)

  it('ends when npm, which started it, is killed', async () => {
    const dataDir = aTempFolder()
    const entry = join(root, 'out/main/loopback.js')
    const args = [entry, '--no-open', '--json', '--hub', 'none', '--data-dir', dataDir]
    const source = `require('child_process').spawn(process.execPath, ${JSON.stringify(args)}, { stdio: 'inherit' })`
    const npm = spawn(process.execPath, ['-e', source], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, npm_lifecycle_event: 'start' },
    })
    await firstLine(npm)
    npm.kill('SIGKILL')
    await expect.poll(() => processesOf(dataDir), { timeout: 10_000 }).toEqual([])
  })

  it('says in a sentence that the port is taken', async () => {
    const other = createServer()
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
    onTestFinished(() => void other.close())
    const { port } = other.address() as AddressInfo
    const args = ['--no-open', '--json', '--hub', 'none', '--port', String(port), '--data-dir', aTempFolder()]
    expect(await outcome(startHost(args))).toEqual({
      stdout: '',
      stderr: 'Proofdesk could not start: another program listens on that port.\n',
      code: 1,
    })
  })

  it('says in a sentence that the profile is not usable, and leaves it alone', async () => {
    const dataDir = aTempFolder()
    const file = join(dataDir, 'profile/workstation.db')
    withKey(join(dataDir, 'profile'))
    // Of a version to come: nothing of it may be touched, and it is not encrypted either.
    const newer = new Database(file)
    newer.pragma('journal_mode = WAL')
    newer.exec('create table __drizzle_migrations (id integer primary key, hash text, created_at numeric)')
    newer
      .prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)')
      .run('f'.repeat(64), 9_000_000_000_000)
    newer.close()
    const before = readFileSync(file)
    const { stdout, stderr, code } = await outcome(
      startHost(['--no-open', '--json', '--hub', 'none', '--data-dir', dataDir]),
    )
    expect([stdout, code]).toEqual(['', 1])
    expect(stderr).toMatch(/^Proofdesk could not start: [^\n]+\n$/)
    expect(readFileSync(file)).toEqual(before)
  })

  it('sets a file aside whole that is no database, sealed, and starts', async () => {
    const dataDir = aTempFolder()
    mkdirSync(join(dataDir, 'profile'))
    const words = 'this is no database, but it is mine. '.repeat(100)
    writeFileSync(join(dataDir, 'profile/workstation.db'), words)
    const host = startHost(['--no-open', '--json', '--hub', 'none', '--data-dir', dataDir])
    expect(await firstLine(host)).toContain('"url"')
    host.kill('SIGTERM')
    const kept = readdirSync(join(dataDir, 'profile/quarantine'), { recursive: true, withFileTypes: true })
    const [sealed] = kept.filter(({ name }) => name === 'workstation.db.sealed')
    const back = join(aTempFolder(), 'back')
    const key = keysIn(join(dataDir, 'profile'))?.oldFiles ?? Buffer.alloc(32)
    unsealFile(join(sealed?.parentPath ?? '', 'workstation.db.sealed'), back, key)
    expect(readFileSync(back, 'utf8')).toBe(words)
  })

  it('answers wrong flags with the usage and code 2', async () => {
    const { stderr, code } = await outcome(startHost(['--nonsense']))
    expect(code).toBe(2)
    expect(stderr).toContain('Usage: npm start')
  })
})

/** The machine's own browser without a screen; it takes every flag of the host and three of the test. */
function aHeadlessBrowser(): string {
  const browser = findBrowser()
  if (browser === undefined) throw new Error('No browser was found; the test runner installs one.')
  const file = join(aTempFolder(), 'browser.sh')
  writeFileSync(file, `#!/bin/sh\nexec '${browser}' "$@" --headless=new --no-sandbox --disable-gpu\n`, {
    mode: 0o755,
  })
  return file
}

describe('the loopback host with a real browser', () => {
  it('opens the app through its bootstrap page, and the window ends with the host and the host with the window', async () => {
    const dataDir = aTempFolder()
    const env = { DISPLAY: ':none', PROOFDESK_BROWSER: aHeadlessBrowser() }
    const host = startHost(['--hub', 'none', '--data-dir', dataDir], env)
    // The page goes when the window has connected, which needs cookie, door, policy and socket to work together.
    const pages = () => readdirSync(dataDir).filter((name) => name.startsWith('launch-'))
    await expect.poll(() => readdirSync(dataDir).includes('browser'), { timeout: 20_000 }).toBe(true)
    await expect.poll(pages, { timeout: 30_000 }).toEqual([])
    expect(processesOf(dataDir).length).toBeGreaterThan(2)
    expect(processesOf('token=')).toEqual([])
    const ended = once(host, 'exit')
    host.kill('SIGINT')
    expect(await ended).toEqual([0, null])
    expect(processesOf(dataDir)).toEqual([])
  }, 60_000)

  it('leaves no browser behind when it is killed', async () => {
    const dataDir = aTempFolder()
    const env = { DISPLAY: ':none', PROOFDESK_BROWSER: aHeadlessBrowser() }
    const host = startHost(['--hub', 'none', '--data-dir', dataDir], env)
    await expect.poll(() => processesOf(dataDir).length, { timeout: 20_000 }).toBeGreaterThan(2)
    host.kill('SIGKILL')
    await expect.poll(() => processesOf(dataDir), { timeout: 20_000 }).toEqual([])
  }, 60_000)

  it('ends when the person closes the window', async () => {
    const dataDir = aTempFolder()
    const env = { DISPLAY: ':none', PROOFDESK_BROWSER: aHeadlessBrowser() }
    const host = startHost(['--hub', 'none', '--data-dir', dataDir], env)
    const ended = once(host, 'exit')
    const browserOf = () =>
      processesOf(dataDir).find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--app='))
    await expect.poll(browserOf, { timeout: 20_000 }).toBeDefined()
    process.kill(Number(browserOf()), 'SIGTERM')
    expect(await ended).toEqual([0, null])
  }, 60_000)
})
