/** Runs in place of the reader and tries every way out; answers with what became of each. */
import { refuseNetwork } from '../../../../../src-main/poe/reader/refuseNetwork.ts'

refuseNetwork()

type Attempt = () => unknown

const ATTEMPTS: Readonly<Record<string, Attempt>> = {
  'write a file': async () => (await import('node:fs')).writeFileSync('proofdesk-escaped', 'x'),
  'read a foreign file': async () => (await import('node:fs')).readFileSync('/etc/hostname'),
  'list the home folder': async () => (await import('node:fs')).readdirSync('/root'),
  'start a child': async () => (await import('node:child_process')).spawnSync('true'),
  'start a thread': async () => new (await import('node:worker_threads')).Worker('1', { eval: true }),
  'connect by net': async () => (await import('node:net')).connect(80, '127.0.0.1'),
  'connect by tls': async () => (await import('tls')).connect(443, '127.0.0.1'),
  'ask by http': async () => (await import('node:http')).get('http://127.0.0.1/'),
  'ask by https': async () => (await import('https')).request('https://127.0.0.1/'),
  'ask by http2': async () => (await import('node:http2')).connect('http://127.0.0.1'),
  'send a datagram': async () => (await import('node:dgram')).createSocket('udp4'),
  'look up a name': async () => (await import('node:dns')).lookup('example.org', () => undefined),
  'look up a name by promise': async () => (await import('node:dns/promises')).lookup('example.org'),
  'require net': async () =>
    (await import('node:module'))
      .createRequire(import.meta.url)('net')
      .connect(80),
  'take net as a builtin': () => process.getBuiltinModule('net').connect(80),
  'take a raw binding': () => Reflect.get(process, 'binding').call(process, 'tcp_wrap'),
  'open the inspector': async () => (await import('node:inspector')).open(0),
  'load an add-on': () => process.dlopen({ exports: {} }, '/nowhere.node'),
}

async function outcome(attempt: Attempt): Promise<string> {
  try {
    await attempt()
    return 'done'
  } catch (error) {
    // A loader that only misses the file was willing to load it.
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : null
    return code === 'ERR_DLOPEN_FAILED' || code === 'ENOENT' ? 'done' : 'refused'
  }
}

async function run(): Promise<void> {
  const globals = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'].filter((name) => name in globalThis)
  const results: Record<string, string> = {}
  for (const [name, attempt] of Object.entries(ATTEMPTS)) results[name] = await outcome(attempt)
  process.send?.({ globals, results, environment: Object.keys(process.env).toSorted() }, () =>
    process.exit(0),
  )
}

await run()
