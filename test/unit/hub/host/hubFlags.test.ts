import { describe, expect, it } from 'vitest'
import { hubFlags } from '../../../../src-main/hosts/hub/hubFlags.ts'

const defaults = {
  embedded: false,
  dataDir: null,
  databaseUrl: null,
  port: 0,
  host: '127.0.0.1',
  demo: true,
  demoUsers: false,
  issuer: null,
  limitFactor: 1,
  anchors: null,
  traffic: null,
  migrateUrl: null,
  metrics: null,
  trustedProxies: [],
  behindTls: false,
  drain: 0,
}

describe('the flags of the hub', () => {
  it('ask for an embedded hub of this machine with the demo queue when there are none', () => {
    expect(hubFlags([])).toEqual(defaults)
  })

  it('are taken as they are', () => {
    expect(hubFlags(['--embedded', '--data-dir', '/d', '--port', '8080', '--host=::1', '--no-demo'])).toEqual(
      {
        embedded: true,
        dataDir: '/d',
        databaseUrl: null,
        port: 8080,
        host: '::1',
        demo: false,
        demoUsers: false,
        issuer: null,
        limitFactor: 1,
        anchors: null,
        traffic: null,
        migrateUrl: null,
        metrics: null,
        trustedProxies: [],
        behindTls: false,
        drain: 0,
      },
    )
  })

  it('leave demo people out where a server holds the data or others can reach the hub', () => {
    expect(hubFlags(['--database-url', 'postgres://h/d'])).toEqual({
      ...defaults,
      databaseUrl: 'postgres://h/d',
      demo: false,
    })
    expect(hubFlags(['--database-url', 'postgres://h/d', '--demo'])).toMatchObject({ demo: true })
    expect(hubFlags(['--host', '0.0.0.0'])).toMatchObject({ host: '0.0.0.0', demo: false })
  })

  it('let demo people in with codes, also where others can reach the hub', () => {
    expect(hubFlags(['--demo-users'])).toEqual({ ...defaults, demoUsers: true })
    expect(hubFlags(['--host', '0.0.0.0', '--demo-users'])).toMatchObject({ demo: true, demoUsers: true })
    expect(hubFlags(['--database-url', 'postgres://h/d', '--demo-users'])).toMatchObject({ demo: true })
  })

  it('name a directory whose tokens are good', () => {
    const issuer = 'https://login.example/tenant/v2.0'
    expect(hubFlags(['--issuer', issuer, '--audience', 'api://proofdesk'])).toMatchObject({
      issuer: { issuer, audience: 'api://proofdesk', jwksUrl: null },
    })
    const keys = ['--jwks', 'http://127.0.0.1:9/keys']
    expect(hubFlags(['--issuer', issuer, '--audience', 'a', ...keys])).toMatchObject({
      issuer: { jwksUrl: new URL('http://127.0.0.1:9/keys') },
    })
  })

  it('leave more room for requests when a measurement needs it', () => {
    expect(hubFlags(['--limit-factor', '100'])).toMatchObject({ limitFactor: 100 })
  })

  it('play traffic when asked to, at a pace and of a seed', () => {
    expect(hubFlags(['--traffic'])).toEqual({ ...defaults, traffic: { seed: 1, pace: 6 } })
    expect(hubFlags(['--traffic', '--seed', '7', '--pace', '60'])).toMatchObject({
      traffic: { seed: 7, pace: 60 },
    })
  })

  it.each([
    [['--host', '0.0.0.0', '--demo'], 'this machine alone'],
    [['--host', 'localhost', '--demo'], 'this machine alone'],
    [['--demo-users', '--no-demo'], 'contradict'],
    [['--issuer', 'https://login.example'], 'needs --audience'],
    [['--issuer', 'http://login.example', '--audience', 'a'], 'https://'],
    [['--issuer', 'https://login.example', '--audience', 'a', '--jwks', 'http://k.example'], '--jwks'],
    [['--audience', 'a'], 'for --issuer'],
    [['--limit-factor', '0'], '--limit-factor'],
    [['--port', '70000'], '--port'],
    [['--port', 'x'], '--port'],
    [['--database-url', 'mysql://h'], 'postgres://'],
    [['--traffic', '--no-demo'], '--traffic is for a hub with demo people'],
    [['--traffic', '--database-url', 'postgres://h/d'], 'demo people'],
    [['--seed', '7'], 'for --traffic'],
    [['--traffic', '--seed', 'lucky'], '--seed'],
    [['--traffic', '--pace', '0'], '--pace'],
    [['--traffic', '--pace', '601'], '--pace'],
    [['--unknown'], 'unknown'],
    [['stray'], 'stray'],
    [['--data-dir'], 'data-dir'],
  ])('%j are refused with a word about it', (args, word) => {
    expect(hubFlags(args)).toEqual(expect.stringContaining(word))
  })
})
