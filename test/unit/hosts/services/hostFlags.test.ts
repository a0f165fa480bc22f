import { describe, expect, it } from 'vitest'
import { BadFlags } from '../../../../src-main/hosts/services/badFlags.ts'
import { parseStartFlags } from '../../../../src-main/hosts/services/hostFlags.ts'

describe('the flags of a start', () => {
  it('have defaults for the main job', () => {
    expect(parseStartFlags([])).toEqual({
      host: null,
      dataDir: null,
      hub: 'embedded',
      port: 0,
      opensWindow: true,
      json: false,
      user: 'u-reviewer',
      code: null,
      opens: null,
      directory: null,
    })
  })

  it('are all understood', () => {
    const line =
      '--host loopback --data-dir /d --hub https://hub.example --port 8080 --no-open --json --as team-lead --code ABCD-EFGH-JKLM --open cpor://claim/43176973'
    expect(parseStartFlags(line.split(' '))).toEqual({
      host: 'loopback',
      dataDir: '/d',
      hub: new URL('https://hub.example'),
      port: 8080,
      opensWindow: false,
      json: true,
      user: 'u-team-lead',
      code: 'ABCD-EFGH-JKLM',
      opens: 'cpor://claim/43176973',
      directory: null,
    })
  })

  it.each([
    [['--what']],
    [['--code', 'ABCD-EFGH-JKLM']],
    [['--code', 'ABCD', '--hub', 'https://hub.example']],
    [['word']],
    [['--host', 'qt']],
    [['--as', 'reviewers']],
    [['--as', 'constructor']],
    [['--port', '-1']],
    [['--port', '65536']],
    [['--port', '1e3']],
    [['--hub', 'ftp://hub']],
    [['--hub', 'hub.example']],
    [['--data-dir']],
  ])('are refused in one sentence: %j', (args) => {
    expect(() => parseStartFlags(args)).toThrow(BadFlags)
  })

  const HUB = ['--hub', 'https://hub.example']
  const DIRECTORY = [
    '--authority',
    'https://directory.example/t',
    '--client-id',
    'app-1',
    '--scope',
    'api://h/.default',
  ]

  it('name a directory whole, for the hub that takes its tokens', () => {
    expect(parseStartFlags([...HUB, ...DIRECTORY]).directory).toEqual({
      authority: new URL('https://directory.example/t'),
      clientId: 'app-1',
      scope: 'api://h/.default',
    })
  })

  const without = (name: string) => DIRECTORY.toSpliced(DIRECTORY.indexOf(name), 2)
  it.each([
    ['no hub', DIRECTORY],
    ['the embedded hub', ['--hub', 'embedded', ...DIRECTORY]],
    ['a code besides', [...HUB, ...DIRECTORY, '--code', 'ABCD-EFGH-JKLM']],
    ['no authority', [...HUB, ...without('--authority')]],
    ['no client id', [...HUB, ...without('--client-id')]],
    ['no scope', [...HUB, ...without('--scope')]],
    ['two scopes', [...HUB, ...without('--scope'), '--scope', 'openid api://h/.default']],
    ['http', [...HUB, ...without('--authority'), '--authority', 'http://127.0.0.1/t']],
    ['a query', [...HUB, ...without('--authority'), '--authority', 'https://directory.example/?a=b']],
    [
      'a name in the address',
      [...HUB, ...without('--authority'), '--authority', 'https://me@directory.example'],
    ],
  ])('refuse a directory with %s', (_what, args) => {
    expect(() => parseStartFlags(args)).toThrow(BadFlags)
  })

  it('send claims in the clear to this machine alone', () => {
    for (const hub of ['http://127.0.0.1:4000', 'http://localhost:1', 'http://[::1]:2']) {
      expect(parseStartFlags(['--hub', hub]).hub).toEqual(new URL(hub))
    }
    for (const hub of [
      'http://hub.example',
      'http://127.0.0.1.evil.tld',
      'http://localhost.evil.tld',
      'http://10.0.0.1',
    ]) {
      expect(() => parseStartFlags(['--hub', hub])).toThrow(BadFlags)
    }
  })
})
