import type { BrowserWindow } from 'electron'
import { session } from '../../../src-preload/contract/session.ts'
import { team } from '../../../src-preload/contract/team.ts'
import type { Workstation } from '../../workstation/workstation.ts'
import type { ElectronApi } from './electronApi.ts'
import { unreadPicture } from './unreadPicture.ts'

type Core = Pick<Workstation, 'dispatch' | 'onEvent'>
type Sign = Pick<BrowserWindow, 'setOverlayIcon' | 'isDestroyed'>

/** The number of unread messages at the program's sign: where the desktop has room for one (macOS, some of Linux), and as a picture on Windows. */
export function showUnread(
  electron: Pick<ElectronApi, 'app' | 'nativeImage'>,
  core: Core,
  window: Sign,
  platform: NodeJS.Platform = process.platform,
): () => void {
  let asked = 0
  const show = async (): Promise<void> => {
    const turn = ++asked
    const reply = await core.dispatch('notices.list', {})
    // An answer that a younger question has overtaken says nothing.
    if (turn !== asked || !reply.ok) return
    const { unread } = team['notices.list'].output.parse(reply.value)
    electron.app.setBadgeCount(unread)
    if (platform !== 'win32') return
    const words = unread === 0 ? '' : await inWords(core, unread)
    if (turn === asked && !window.isDestroyed()) overlay(electron, window, unread, words)
  }
  void show()
  const stop = core.onEvent((event) => {
    if (event === 'notices.changed' || event === 'session.changed' || event === 'settings.changed')
      void show()
  })
  return () => {
    asked += 1
    stop()
  }
}

/** Windows has no number of its own there, but a picture, which those who do not see it are told in words. */
function overlay(
  { nativeImage }: Pick<ElectronApi, 'nativeImage'>,
  window: Sign,
  unread: number,
  words: string,
): void {
  if (unread === 0) return window.setOverlayIcon(null, '')
  const small = unreadPicture(unread, 1)
  const image = nativeImage.createFromBitmap(small.pixels, { width: small.side, height: small.side })
  const large = unreadPicture(unread, 2)
  image.addRepresentation({
    scaleFactor: 2,
    width: large.side,
    height: large.side,
    buffer: large.pixels,
  })
  window.setOverlayIcon(image, words)
}

async function inWords(core: Core, count: number): Promise<string> {
  const reply = await core.dispatch('settings.get', {})
  const wished = reply.ok ? session['settings.get'].output.parse(reply.value).locale : 'system'
  // Catalogues are loaded with the first message, and no start waits for them.
  const { languageOf, loadSayings } = await import('../../workstation/caseFile/sayings.ts')
  const { say } = await loadSayings(languageOf(wished))
  return say('notices.unread', { count })
}
