import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../../../src-main/hosts/launcher/ensureBuilt.ts'
import { writeBootstrapPage } from '../../../../src-main/hosts/loopback/browserWindow.ts'

const root = resolve(import.meta.dirname, '../../../..')

/** Who is on every Debian and owns nothing. Only root may act as somebody else. */
const OTHER = 'nobody'
const isRoot = process.getuid?.() === 0

interface Tried {
  readonly isDone: boolean
  readonly said: string
}

/** What a command comes to when the other person runs it. */
async function asOther(command: string, ...args: readonly string[]): Promise<Tried> {
  // The folder where tests run is closed to them.
  const options = { cwd: '/', timeout: 20_000 }
  return promisify(execFile)('runuser', ['-u', OTHER, '--', command, ...args], options).then(
    ({ stdout }) => ({ isDone: true, said: stdout }),
    (error: { stdout?: string; stderr?: string }) => ({
      isDone: false,
      said: `${error.stdout ?? ''}${error.stderr ?? ''}`,
    }),
  )
}

/** First line of the answer to a request that the other person sends to a port of this machine. */
async function answerToOther(port: string, path: string, ...headers: readonly string[]): Promise<string> {
  const request = [`GET ${path} HTTP/1.1`, ...headers, 'Connection: close', '', ''].join('\r\n')
  const script = 'exec 3<>"/dev/tcp/127.0.0.1/$1"; printf "%s" "$2" >&3; head -n 1 <&3'
  const { said } = await asOther('bash', '-c', script, 'bash', port, request)
  return said.trim()
}

describe('another person of this machine', () => {
  let open = ''
  let dataDir = ''
  let url = new URL('http://127.0.0.1')
  let host: ReturnType<typeof spawn>

  beforeEach(({ skip }) => skip(!isRoot, 'only root may act as another person'))
  beforeAll(async () => {
    if (!isRoot) return
    await ensureBuilt({ root, parts: ['main', 'door', 'renderer', 'viewer'], say: () => undefined })
    // Open to everybody: what keeps the other person out must be the data folder itself.
    open = mkdtempSync(join(tmpdir(), 'proofdesk-test-'))
    chmodSync(open, 0o755)
    dataDir = join(open, 'data')
    const entry = join(root, 'out/main/loopback.js')
    host = spawn(process.execPath, [entry, '--no-open', '--json', '--hub', 'none', '--data-dir', dataDir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    if (host.stdout === null) throw new Error('The host was started without a pipe.')
    const [line] = (await once(createInterface(host.stdout), 'line')) as [string]
    url = new URL((JSON.parse(line) as { url: string }).url)
    // As it lies there while a browser is started.
    writeBootstrapPage(dataDir, url.href)
    // As it lies there when somebody signed in to a hub.
    writeFileSync(join(dataDir, 'hub-sign-in.json'), '{}', { mode: 0o600 })
  }, 180_000)
  afterAll(async () => {
    if (!isRoot) return
    const ended = once(host, 'exit')
    host.kill('SIGTERM')
    await ended
    rmSync(open, { recursive: true, force: true })
  })

  it('is really somebody else, who reads what is open to all', async () => {
    writeFileSync(join(open, 'open.txt'), 'open', { mode: 0o644 })
    expect(await asOther('cat', join(open, 'open.txt'))).toEqual({ isDone: true, said: 'open' })
    expect((await asOther('id', '-un')).said.trim()).toBe(OTHER)
  })

  it('lists nothing of the data folder and reads no file in it: database, journal, token or launch page', async () => {
    const files = readdirSync(dataDir, { recursive: true, encoding: 'utf8' }).filter((name) =>
      statSync(join(dataDir, name)).isFile(),
    )
    const kinds = [/^profile\/.*\.db$/, /^launch-\w+\.html$/, /^hub-sign-in\.json$/, /^proofdesk\.log$/]
    for (const kind of kinds)
      expect
        .soft(
          files.some((name) => kind.test(name)),
          String(kind),
        )
        .toBe(true)
    const listed = await asOther('ls', '-a', dataDir)
    expect(listed).toEqual({ isDone: false, said: expect.stringContaining('Permission denied') as string })
    for (const name of files) {
      const read = await asOther('cat', join(dataDir, name))
      expect.soft(read.isDone, name).toBe(false)
      expect.soft(read.said, name).toContain('Permission denied')
    }
  }, 120_000)

  it('writes nothing into it either', async () => {
    expect((await asOther('touch', join(dataDir, 'mine'))).isDone).toBe(false)
    expect(readdirSync(dataDir)).not.toContain('mine')
  })

  it('finds no token in what the process lets everybody see', async () => {
    const token = url.searchParams.get('token') ?? ''
    expect(token).toMatch(/^[\w-]{43}$/)
    const line = await asOther('cat', `/proc/${String(host.pid)}/cmdline`)
    expect(line.isDone).toBe(true)
    expect(line.said).toContain('loopback.js')
    expect(line.said).not.toContain(token)
    const closed = ['environ', 'mem', 'maps', 'fd/0'].map((name) => `/proc/${String(host.pid)}/${name}`)
    for (const path of closed) expect.soft((await asOther('cat', path)).isDone, path).toBe(false)
  })

  it('reaches the port and is refused at it, by page and by socket', async () => {
    const { port } = url
    const ours = `Host: 127.0.0.1:${port}`
    const guess = 'A'.repeat(43)
    expect(await answerToOther(port, '/', ours)).toContain(' 401 ')
    expect(await answerToOther(port, `/launch?token=${guess}`, ours)).toContain(' 401 ')
    expect(await answerToOther(port, '/', ours, `Cookie: proofdesk-${port}=${guess}`)).toContain(' 401 ')
    expect(await answerToOther(port, '/', 'Host: localhost')).toContain(' 403 ')
    const upgrade = ['Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Version: 13']
    const socket = [ours, ...upgrade, 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==']
    expect(await answerToOther(port, '/bridge', ...socket)).toContain(' 403 ')
    expect(await answerToOther(port, '/bridge', ...socket, `Origin: http://127.0.0.1:${port}`)).toContain(
      ' 401 ',
    )
    // The token itself opens: nothing but its secrecy kept the other person out.
    expect(await answerToOther(port, url.pathname + url.search, ours)).toContain(' 303 ')
    expect(readFileSync(join(dataDir, 'proofdesk.log'), 'utf8')).not.toContain(guess)
  })
})
