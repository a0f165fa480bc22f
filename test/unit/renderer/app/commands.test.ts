import { expect, test } from 'vitest'
import { type Command, COMMANDS } from '../../../../src-renderer/app/commands.ts'
import { ariaKeysOf, keyCapsOf } from '../../../../src-renderer/app/keyNames.ts'

const all: readonly Command[] = COMMANDS
/** Contexts whose commands can be live at the same time. */
const TOGETHER = [
  ['everywhere', 'queue', 'grid'],
  ['everywhere', 'claim'],
  ['everywhere', 'decide'],
  ['everywhere', 'trays', 'conflicts'],
  ['everywhere', 'disputes'],
] as const

test('every command has an id of its own and a name', () => {
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
})

test.each(TOGETHER)('no key means two things in %s, %s and their like', (...contexts) => {
  const keys = all
    .filter(({ context }) => contexts.some((each) => each === context))
    .flatMap((command) => command.keys)
  expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted())
})

test('neither Enter nor Space decides', () => {
  const keys = all
    .filter(({ id }) => id.startsWith('decide.') && id !== 'decide.send')
    .flatMap((command) => command.keys)
  expect(keys.filter((key) => /enter| $|space/i.test(key) && !key.includes('Escape'))).toEqual([])
  expect(all.find(({ id }) => id === 'decide.approve')?.keys).toEqual(['a'])
})

test('holding a key down repeats walking, never an act', () => {
  expect(all.filter(({ repeats }) => repeats).every(({ id }) => /next|previous|page/.test(id))).toBe(true)
})

test('keycaps are printed in the order of pressing, without optional modifiers', () => {
  expect(keyCapsOf('$mod+Enter', false)).toEqual([{ messageId: 'key.control' }, { messageId: 'key.enter' }])
  expect(keyCapsOf('$mod+z', true)).toEqual([{ sign: '⌘' }, { sign: 'Z' }])
  expect(keyCapsOf('g q', false)).toEqual([{ sign: 'G' }, { sign: 'Q' }])
  expect(keyCapsOf('[Shift]+/', false)).toEqual([{ sign: '/' }])
  expect(keyCapsOf('ArrowDown', false)).toEqual([{ sign: '↓' }])
})

test('screen readers are told keys in the words of ARIA, and nothing for a sequence', () => {
  expect(ariaKeysOf(['z', '$mod+z'], false)).toBe('Z Control+Z')
  expect(ariaKeysOf(['g q'], false)).toBeUndefined()
})
