import { describe, expect, it } from 'vitest'
import { viewerShortcut } from '../../../../src-renderer/features/viewer/viewerShortcut.ts'
import { type KeyUse, keyUse, type PressedKey } from '../../../../src-renderer/viewer-frame/keyUse.ts'

/** "Ctrl+Shift+E" and the like. */
function pressed(name: string, isComposing = false): PressedKey {
  const parts = name.split('+')
  const key = parts.at(-1) ?? ''
  const has = (modifier: string): boolean => parts.slice(0, -1).includes(modifier)
  return {
    key: key === 'Space' ? ' ' : key,
    ctrlKey: has('Ctrl'),
    altKey: has('Alt'),
    shiftKey: has('Shift'),
    metaKey: has('Meta'),
    isComposing,
  }
}

const uses: readonly (readonly [KeyUse, readonly string[]])[] = [
  [
    'app',
    [
      'e',
      'Shift+E',
      'a',
      '?',
      'Enter',
      'Escape',
      'F6',
      'F1',
      'Ctrl+k',
      'Ctrl+f',
      'Ctrl+z',
      'Meta+k',
      'Alt+ArrowLeft',
      'Ctrl+Enter',
      'Ctrl+Tab',
      'Ctrl+Alt+c',
      'Ctrl+p',
    ],
  ],
  [
    'frame',
    [
      'ArrowDown',
      'PageUp',
      'Home',
      'End',
      'Space',
      'Shift+Space',
      'Tab',
      'Shift+Tab',
      'Ctrl+c',
      'Ctrl+a',
      'Ctrl+Home',
      'Ctrl+End',
      'Meta+c',
    ],
  ],
  ['browser', ['F5', 'F12', 'Ctrl+r', 'Ctrl+Shift+I', 'Ctrl+Shift+R']],
  ['nobody', ['Shift', 'Control', 'AltGraph', 'Dead', 'Process']],
]

describe('a key pressed on the pages', () => {
  for (const [use, names] of uses) {
    it(`goes to ${use}: ${names.join(' ')}`, () => {
      expect(names.map((name) => [name, keyUse(pressed(name), false)])).toEqual(
        names.map((name) => [name, use]),
      )
    })
  }

  it('presses a mark with Enter and Space while the mark has the focus', () => {
    expect([keyUse(pressed('Enter'), true), keyUse(pressed('Space'), true)]).toEqual(['frame', 'frame'])
    expect(keyUse(pressed('e'), true)).toBe('app')
  })

  it('means nothing while a character is being composed', () => {
    expect(keyUse(pressed('e', true), false)).toBe('nobody')
  })
})

describe('a key that the viewer answers itself', () => {
  const of = (name: string) => {
    const { key, ctrlKey, altKey, shiftKey, metaKey } = pressed(name)
    return viewerShortcut({ key, modifiers: { ctrl: ctrlKey, alt: altKey, shift: shiftKey, meta: metaKey } })
  }
  it('is about search and zoom, and no single letter', () => {
    expect(
      ['Ctrl+f', 'Meta+f', 'F3', 'Shift+F3', 'Ctrl+g', 'Ctrl+Shift+G', 'Ctrl+-', 'Ctrl+0'].map(of),
    ).toEqual([
      'find',
      'find',
      'find_next',
      'find_previous',
      'find_next',
      'find_previous',
      'zoom_out',
      'fit_width',
    ])
    expect(['f', 'w', 'e', 'Ctrl+k', 'Ctrl+Alt+f', 'Ctrl+Shift+F', 'Alt+0', 'Ctrl+Enter'].map(of)).toEqual(
      Array(8).fill(undefined),
    )
  })
})
