import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findBrowser } from '../../../../src-main/hosts/loopback/findBrowser.ts'

const find = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv, ...there: string[]) =>
  findBrowser({ platform, env, exists: (path) => there.includes(path) })

describe('finding a browser', () => {
  it('takes what PATH has on Linux, a packed one last', () => {
    const env = { PATH: '/snap/bin:relative:/usr/local/bin:/usr/bin' }
    expect(find('linux', env, '/snap/bin/chromium', '/usr/bin/google-chrome')).toBe('/usr/bin/google-chrome')
    expect(find('linux', env, '/usr/bin/microsoft-edge', '/usr/bin/chromium')).toBe('/usr/bin/chromium')
    expect(find('linux', env, '/snap/bin/chromium')).toBe('/snap/bin/chromium')
    expect(find('linux', env, 'relative/chromium')).toBeUndefined()
    expect(find('linux', {})).toBeUndefined()
  })

  it('knows the usual places of Windows and macOS', () => {
    const env = { PROGRAMFILES: 'P', 'PROGRAMFILES(X86)': 'X', LOCALAPPDATA: 'L' }
    const edge = join('X', 'Microsoft', 'Edge', 'Application', 'msedge.exe')
    const chrome = join('L', 'Google', 'Chrome', 'Application', 'chrome.exe')
    expect(find('win32', env, edge)).toBe(edge)
    expect(find('win32', env, edge, chrome)).toBe(chrome)
    const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
    expect(find('darwin', {}, mac)).toBe(mac)
  })

  it('takes the named one or none at all', () => {
    const env = { PATH: '/usr/bin', PROOFDESK_BROWSER: '/opt/mine' }
    expect(find('linux', env, '/opt/mine', '/usr/bin/chromium')).toBe('/opt/mine')
    expect(find('linux', env, '/usr/bin/chromium')).toBeUndefined()
  })
})
