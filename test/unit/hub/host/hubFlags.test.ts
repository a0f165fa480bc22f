import { describe, expect, it } from 'vitest'
import { hubFlags } from '../../../../src-main/hosts/hub/hubFlags.ts'

const defaults = { embedded: false, dataDir: null, databaseUrl: null, port: 0, host: '127.0.0.1', demo: true }

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

  it.each([
    [['--host', '0.0.0.0', '--demo'], 'this machine alone'],
    [['--host', 'localhost', '--demo'], 'this machine alone'],
    [['--port', '70000'], '--port'],
    [['--port', 'x'], '--port'],
    [['--database-url', 'mysql://h'], 'postgres://'],
    [['--unknown'], 'unknown'],
    [['stray'], 'stray'],
    [['--data-dir'], 'data-dir'],
  ])('%j are refused with a word about it', (args, word) => {
    expect(hubFlags(args)).toEqual(expect.stringContaining(word))
  })
})
