import { describe, expect, it } from 'vitest'
import { chooseHost, type Circumstances } from '../../../../src-main/hosts/launcher/chooseHost.ts'
import { parseStartFlags } from '../../../../src-main/hosts/services/hostFlags.ts'

const here = (wishes: Partial<Circumstances> = {}): Circumstances => ({
  platform: 'linux',
  isRoot: false,
  hasDisplay: true,
  findElectron: () => Promise.resolve('/electron'),
  ...wishes,
})
const choose = (flags: string, wishes?: Partial<Circumstances>) =>
  chooseHost(parseStartFlags(flags.split(' ').filter(Boolean)), here(wishes))

describe('choosing the shell', () => {
  it('is Electron where its binary is', async () => {
    expect(await choose('')).toEqual({ host: 'electron', binary: '/electron' })
  })

  it('is the loopback host, with one line, where Electron is not to be had', async () => {
    expect(await choose('', { findElectron: () => Promise.resolve(undefined) })).toEqual({
      host: 'loopback',
      why: 'Electron is not here and could not be downloaded (npm run electron:install tries again). Opening the loopback host.',
    })
  })

  it.each(['--json', '--no-open', '--port 8123', '--host loopback'])(
    'is the loopback host for %s, and nobody looks for Electron',
    async (flags) => {
      const findElectron = () => Promise.reject(new Error('looked'))
      expect(await choose(flags, { findElectron })).toEqual({ host: 'loopback', why: null })
    },
  )

  it('downloads nothing where no window can be seen or the sandbox cannot run', async () => {
    const findElectron = () => Promise.reject(new Error('looked'))
    expect(await choose('', { hasDisplay: false, findElectron })).toMatchObject({ host: 'loopback' })
    expect(await choose('', { isRoot: true, findElectron })).toMatchObject({ host: 'loopback' })
  })

  it('does not put another shell in the place of one that was asked for', async () => {
    const missing = { findElectron: () => Promise.resolve(undefined) }
    expect(await choose('--host electron', missing)).toMatchObject({ host: 'none' })
    expect(await choose('--host electron --json')).toEqual({ host: 'electron', binary: '/electron' })
  })
})
