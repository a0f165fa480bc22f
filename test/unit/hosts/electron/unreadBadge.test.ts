import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ElectronApi } from '../../../../src-main/hosts/electron/electronApi.ts'
import { showUnread } from '../../../../src-main/hosts/electron/unreadBadge.ts'
import { unreadPicture, writtenUnread } from '../../../../src-main/hosts/electron/unreadPicture.ts'
import type { Reply } from '../../../../src-preload/contract/errors.ts'
import { DEFAULT_SETTINGS } from '../../../../src-preload/contract/vocabulary/settingWords.ts'
import * as fake from '../../../fakes/electron/electron.ts'

// The fake holds each part to Electron's own type; as a whole it has less than Electron.
const electron = fake as unknown as ElectronApi

type Listener = (event: 'notices.changed', payload: unknown) => void

/** A core that answers the questions for messages one after the other, when it is told to, and speaks Italian. */
function aCore() {
  const waiting: ((reply: Reply) => void)[] = []
  const listeners = new Set<Listener>()
  return {
    answer: async (unread: number) => {
      waiting.shift()?.({ ok: true, value: { unread, notices: [] } })
      await new Promise((done) => setImmediate(done))
    },
    tell: () => listeners.forEach((listener) => listener('notices.changed', {})),
    core: {
      dispatch: (method: string) =>
        method === 'settings.get'
          ? Promise.resolve<Reply>({ ok: true, value: { ...DEFAULT_SETTINGS, locale: 'it' } })
          : new Promise<Reply>((done) => waiting.push(done)),
      onEvent: (listener: Listener) => {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
    },
  }
}

const aWindow = () => new fake.FakeWindow({})
const shownBy = (window: fake.FakeWindow) => window as unknown as Parameters<typeof showUnread>[2]

beforeEach(() => {
  fake.record.badges = []
  fake.record.overlays = []
})

describe('the number at the sign of the program', () => {
  it('is that of the unread messages, and follows them until the window is closed', async () => {
    const { core, answer, tell } = aCore()
    const end = showUnread(electron, core, shownBy(aWindow()), 'darwin')
    await answer(2)
    tell()
    await answer(0)
    end()
    tell()
    expect(fake.record.badges).toEqual([2, 0])
    expect(fake.record.overlays).toEqual([])
  })

  it('is never that of an older question', async () => {
    const { core, answer, tell } = aCore()
    showUnread(electron, core, shownBy(aWindow()), 'linux')
    tell()
    await answer(5)
    await answer(1)
    expect(fake.record.badges).toEqual([1])
  })

  it('is a picture on Windows, told in words of the window’s language, and is taken away with the last message', async () => {
    const { core, answer, tell } = aCore()
    showUnread(electron, core, shownBy(aWindow()), 'win32')
    await answer(3)
    await vi.waitUntil(() => fake.record.overlays.length === 1)
    tell()
    await answer(1)
    await vi.waitUntil(() => fake.record.overlays.length === 2)
    tell()
    await answer(0)
    expect(fake.record.overlays.map(({ words }) => words)).toEqual([
      '3 messaggi non letti',
      '1 messaggio non letto',
      '',
    ])
    const [three, , none] = fake.record.overlays
    expect(three?.image?.bitmaps.map(({ scale, side }) => [scale, side])).toEqual([
      [1, 16],
      [2, 32],
    ])
    expect(none?.image).toBeNull()
  })

  it('is set at no window that is gone', async () => {
    const { core, answer } = aCore()
    const window = aWindow()
    const end = showUnread(electron, core, shownBy(window), 'win32')
    const answered = answer(3)
    window.destroy()
    end()
    await answered
    expect(fake.record.overlays).toEqual([])
  })
})

describe('the picture of a number', () => {
  /** Light pixels as #, those of the disc as o, what is beyond it as a dot. */
  const seen = (unread: number, scale: number): string[] => {
    const { pixels, side } = unreadPicture(unread, scale)
    return Array.from({ length: side }, (_, y) =>
      Array.from({ length: side }, (_, x) => {
        const [blue = 0, , , opacity = 0] = pixels.subarray((y * side + x) * 4)
        return opacity < 128 ? '.' : blue > 200 ? '#' : 'o'
      }).join(''),
    )
  }

  it('is the number in white on a disc', () => {
    expect(seen(4, 1)).toEqual([
      '.....oooooo.....',
      '...oooooooooo...',
      '..oooooooooooo..',
      '.oooooooooooooo.',
      '.ooooooo#oooooo.',
      'ooooooo##ooooooo',
      'oooooo#o#ooooooo',
      'ooooo#oo#ooooooo',
      'ooooo#####oooooo',
      'oooooooo#ooooooo',
      'oooooooo#ooooooo',
      '.oooooooooooooo.',
      '.oooooooooooooo.',
      '..oooooooooooo..',
      '...oooooooooo...',
      '.....oooooo.....',
    ])
  })

  it('is another for every number up to nine, and one for all above, each within its disc', () => {
    const pictures = Array.from({ length: 12 }, (_, at) => seen(at + 1, 2).join('\n'))
    expect(new Set(pictures).size).toBe(10)
    expect([9, 10, 250].map(writtenUnread)).toEqual(['9', '9+', '9+'])
    expect(pictures[9]).toBe(pictures[11])
    const edges = (rows: readonly string[]) => rows.flatMap((row) => row.match(/(?:^|\.)#|#(?:$|\.)/g) ?? [])
    expect(edges(seen(250, 2))).toEqual([])
  })

  it('multiplies its colours by their opacity, as pictures of a screen are kept', () => {
    const { pixels } = unreadPicture(8, 2)
    const over = Array.from({ length: pixels.length / 4 }, (_, at) => {
      const [blue = 0, green = 0, red = 0, opacity = 0] = pixels.subarray(at * 4)
      return Math.max(blue, green, red) > opacity
    })
    expect(over.filter(Boolean)).toEqual([])
  })
})
