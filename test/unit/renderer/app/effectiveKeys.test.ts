import { describe, expect, test } from 'vitest'
import { type Command, COMMANDS } from '../../../../src-renderer/app/commands.ts'
import {
  effectiveKeys,
  isCharacterKey,
  LIVE_TOGETHER,
  mayHaveKeys,
  NO_WISHES,
} from '../../../../src-renderer/app/keys/effectiveKeys.ts'
import { bindingOf } from '../../../../src-renderer/app/keys/recordKeys.ts'

const all: readonly Command[] = COMMANDS
const commandOf = (id: string): Command => {
  const found = all.find((each) => each.id === id)
  if (found === undefined) throw new Error(id)
  return found
}
const ask = (id: string, binding: string, wishes = NO_WISHES) =>
  mayHaveKeys(commandOf(id), binding, all, wishes)

describe('the keys of a reviewer', () => {
  test('are those of the registry until others are wished', () => {
    expect(effectiveKeys(commandOf('decide.approve'), NO_WISHES)).toEqual(['a'])
    const wishes = { singleKeys: true, keys: { 'decide.approve': ['y'], 'decide.reject': [] } }
    expect(effectiveKeys(commandOf('decide.approve'), wishes)).toEqual(['y'])
    expect(effectiveKeys(commandOf('decide.reject'), wishes)).toEqual([])
  })

  test('without single keys are those with Ctrl or Alt, arrows and their like', () => {
    const wishes = { singleKeys: false, keys: { 'decide.approve': ['Shift+Y'] } }
    expect(effectiveKeys(commandOf('undo'), wishes)).toEqual(['$mod+z'])
    expect(effectiveKeys(commandOf('decide.approve'), wishes)).toEqual([])
    expect(effectiveKeys(commandOf('grid.next'), wishes)).toEqual(['ArrowDown'])
  })

  test.each(['a', 'Shift+A', '[Shift]+?', 'g q', 'é', '1'])('%s is a character', (binding) => {
    expect(isCharacterKey(binding)).toBe(true)
  })

  test.each(['$mod+k', 'Alt+a', 'Escape', 'F6', 'Shift+F6', 'ArrowDown', 'Enter', '$mod+Alt+s', 'Home'])(
    '%s is none',
    (binding) => {
      expect(isCharacterKey(binding)).toBe(false)
    },
  )
})

describe('other keys for a command', () => {
  test('are refused where another command of the same place has them, which is named', () => {
    expect(ask('decide.approve', 'r')).toMatchObject({ kind: 'taken', by: { id: 'decide.reject' } })
    expect(ask('decide.approve', '?')).toMatchObject({ kind: 'taken', by: { id: 'keys' } })
  })

  test('may be those of a command that is never there at the same time', () => {
    expect(ask('decide.approve', 'b')).toEqual({ kind: 'free' })
    expect(ask('queue.snooze', 'r')).toEqual({ kind: 'free' })
  })

  test('are refused when they are the beginning of others, or begin with them', () => {
    expect(ask('decide.approve', 'g')).toMatchObject({ kind: 'taken' })
    expect(ask('go.trays', 'a b')).toMatchObject({ kind: 'taken' })
  })

  test('are free once their owner has others, and taken by whoever got them, also while single keys are off', () => {
    const wishes = { singleKeys: false, keys: { 'decide.reject': ['q'] } }
    expect(ask('decide.approve', 'r', wishes)).toEqual({ kind: 'free' })
    expect(ask('decide.approve', 'q', wishes)).toMatchObject({ by: { id: 'decide.reject' } })
  })

  test.each(['Enter', 'Space', 'Tab', '$mod+c', '$mod+v'])('are never %s', (binding) => {
    expect(ask('decide.approve', binding)).toEqual({ kind: 'reserved' })
  })

  test('the registry itself stands in nobody’s way', () => {
    const blocked = all.flatMap((command) =>
      command.keys
        .filter((binding) => ask(command.id, binding).kind !== 'free')
        .map((binding) => `${command.id} ${binding}`),
    )
    expect(blocked).toEqual([])
  })

  test('every context is named among those that are live together', () => {
    const named = new Set(LIVE_TOGETHER.flat())
    expect(all.filter(({ context }) => !named.has(context))).toEqual([])
  })
})

describe('pressed keys', () => {
  const press = (key: string, down: string[] = []) =>
    bindingOf(
      {
        key,
        ctrlKey: down.includes('ctrl'),
        altKey: down.includes('alt'),
        shiftKey: down.includes('shift'),
        metaKey: down.includes('meta'),
      },
      false,
    )

  test.each([
    ['y', [], 'y'],
    ['Y', ['shift'], 'Shift+Y'],
    ['k', ['ctrl'], '$mod+k'],
    ['K', ['ctrl', 'shift'], '$mod+Shift+k'],
    ['?', ['shift'], '[Shift]+?'],
    ['F8', [], 'F8'],
    [' ', [], 'Space'],
    ['ArrowUp', ['alt'], 'Alt+ArrowUp'],
  ] as const)('%s with %j are written %s', (key, down, binding) => {
    expect(press(key, [...down])).toBe(binding)
  })

  test('are none while only a modifier is down, or an input method has the key', () => {
    expect(['Shift', 'Control', 'Process', 'Dead'].map((key) => press(key))).toEqual([null, null, null, null])
  })
})
