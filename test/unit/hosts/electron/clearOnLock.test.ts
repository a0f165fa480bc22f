import { beforeEach, describe, expect, it } from 'vitest'
import { clearOnLock } from '../../../../src-main/hosts/electron/clearOnLock.ts'
import { FakeWindow, powerMonitor } from '../../../fakes/electron/electron.ts'

const CLAIM = 'app://proofdesk/#/claims/43176973'

beforeEach(() => void powerMonitor.removeAllListeners())

async function aWatchedWindow() {
  const window = new FakeWindow({})
  await window.loadURL(CLAIM)
  // Only the part of Electron that it uses.
  clearOnLock({ powerMonitor: powerMonitor as never }, window as never)
  return { window, place: () => window.webContents.getURL() }
}

describe('a machine that is locked', () => {
  it('has an empty page in the window, and the claim again once the person is back', async () => {
    const { place } = await aWatchedWindow()
    powerMonitor.emit('lock-screen')
    expect(place()).toBe('about:blank')
    powerMonitor.emit('unlock-screen')
    expect(place()).toBe(CLAIM)
  })

  it('may tell it twice: the way back is not lost', async () => {
    const { place } = await aWatchedWindow()
    powerMonitor.emit('lock-screen')
    powerMonitor.emit('lock-screen')
    powerMonitor.emit('unlock-screen')
    expect(place()).toBe(CLAIM)
    powerMonitor.emit('unlock-screen')
    powerMonitor.emit('lock-screen')
    expect(place()).toBe('about:blank')
  })

  it('leaves a window alone that is closed already', async () => {
    const { window, place } = await aWatchedWindow()
    window.destroy()
    powerMonitor.emit('lock-screen')
    expect(place()).toBe(CLAIM)
  })
})
