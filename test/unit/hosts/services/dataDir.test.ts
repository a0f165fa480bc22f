import { chmodSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultDataDir, openDataDir } from '../../../../src-main/hosts/services/dataDir.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'

describe('the data folder', () => {
  it('is where each system keeps such things', () => {
    expect(defaultDataDir({}, 'linux', '/home/m')).toBe('/home/m/.local/share/proofdesk')
    expect(defaultDataDir({ XDG_DATA_HOME: '/data' }, 'linux', '/home/m')).toBe('/data/proofdesk')
    expect(defaultDataDir({ XDG_DATA_HOME: 'relative' }, 'linux', '/home/m')).toBe(
      '/home/m/.local/share/proofdesk',
    )
    expect(defaultDataDir({}, 'darwin', '/Users/m')).toBe('/Users/m/Library/Application Support/Proofdesk')
    expect(defaultDataDir({ LOCALAPPDATA: 'L' }, 'win32', 'H')).toBe(join('L', 'Proofdesk'))
  })

  it('is closed to other people, also when it was open before', () => {
    const root = join(aTempFolder(), 'a', 'b')
    expect(statSync(openDataDir(root).root).mode & 0o777).toBe(0o700)
    const open = join(aTempFolder(), 'open')
    mkdirSync(open)
    chmodSync(open, 0o755)
    openDataDir(open)
    expect(statSync(open).mode & 0o777).toBe(0o700)
  })
})
