// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { bindCommandKeys } from '../../../../src-renderer/app/commandKeys.ts'
import { pressKey } from '../../../../src-renderer/app/pressKey.ts'
import { createCommandStore } from '../../../../src-renderer/stores/commandStore.ts'

const commands = createCommandStore()
const { lend } = commands.getState()
let unbind: () => void = () => undefined

beforeEach(() => {
  document.body.innerHTML = `
    <div role="grid" tabindex="0" id="grid"></div>
    <input id="text"><input id="tick" type="checkbox"><textarea id="letter"></textarea>
    <div role="menu"><button id="item">x</button></div>
    <div role="dialog"><button id="inDialog">x</button></div>`
  unbind = bindCommandKeys(window, commands)
})
afterEach(() => unbind())

const press = (key: string, on = 'body', more: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent('keydown', { key, code: 'Any', bubbles: true, cancelable: true, ...more })
  document.querySelector(on)?.dispatchEvent(event)
  return event
}
const lent = (id: string) => {
  const run = vi.fn()
  return { run, end: lend(id, run) }
}

test('a plain key runs its command and is used up', () => {
  const { run, end } = lent('decide.approve')
  expect(press('a').defaultPrevented).toBe(true)
  expect(run).toHaveBeenCalledTimes(1)
  end()
  expect(press('a').defaultPrevented).toBe(false)
  expect(run).toHaveBeenCalledTimes(1)
})

test.each(['#text', '#letter'])('a plain key types in %s, and Shift with a letter too', (field) => {
  const { run, end } = lent('evidence.next')
  const back = lent('evidence.previous')
  press('e', field)
  press('E', field, { shiftKey: true })
  expect(run).not.toHaveBeenCalled()
  expect(back.run).not.toHaveBeenCalled()
  end()
  back.end()
})

test('a checkbox takes no text, so keys work on it', () => {
  const { run, end } = lent('evidence.next')
  press('e', '#tick')
  expect(run).toHaveBeenCalledTimes(1)
  end()
})

test('keys belong to the input method while it composes', () => {
  const { run, end } = lent('decide.approve')
  press('a', 'body', { isComposing: true })
  press('Process')
  expect(run).not.toHaveBeenCalled()
  end()
})

test('keys belong to an open menu', () => {
  const { run, end } = lent('decide.reject')
  press('r', '#item')
  expect(run).not.toHaveBeenCalled()
  end()
})

test('keys of the list work only in the list', () => {
  const { run, end } = lent('grid.open')
  press('Enter')
  press('Enter', '#tick')
  expect(run).not.toHaveBeenCalled()
  press('Enter', '#grid')
  expect(run).toHaveBeenCalledTimes(1)
  end()
})

test('Escape and Ctrl+Enter work in the letter; Escape closes the strip before it leaves the claim', () => {
  const back = lent('claim.back')
  const cancel = lent('decide.cancel')
  const send = lent('decide.send')
  press('Enter', '#letter', { ctrlKey: true })
  press('Escape', '#letter')
  expect([send.run, cancel.run, back.run].map((run) => run.mock.calls.length)).toEqual([1, 1, 0])
  cancel.end()
  press('Escape', '#letter')
  expect(back.run).toHaveBeenCalledTimes(1)
  back.end()
  send.end()
})

test('a key that is held down does not act again and again', () => {
  const approve = lent('decide.approve')
  const next = lent('queue.next')
  press('a', 'body', { repeat: true })
  press('j', 'body', { repeat: true })
  expect(approve.run).not.toHaveBeenCalled()
  expect(next.run).toHaveBeenCalledTimes(1)
  approve.end()
  next.end()
})

test('a question mark is found with and without Shift, as keyboards differ', () => {
  const { run, end } = lent('keys')
  press('?', 'body', { shiftKey: true })
  press('?')
  expect(run).toHaveBeenCalledTimes(2)
  end()
})

test('a key from the document frame works as if pressed in the app', () => {
  const { run, end } = lent('evidence.previous')
  const modifiers = { ctrl: false, alt: false, shift: true, meta: false }
  pressKey({ key: 'E', code: 'KeyE', modifiers, repeat: false })
  expect(run).toHaveBeenCalledTimes(1)
  end()
})

test('without single keys a letter does nothing, and Ctrl with it still does', () => {
  unbind()
  unbind = bindCommandKeys(window, commands, { singleKeys: false, keys: {} })
  const undo = lent('undo')
  const keys = lent('keys')
  expect(press('z').defaultPrevented).toBe(false)
  expect(press('?', 'body', { shiftKey: true }).defaultPrevented).toBe(false)
  press('z', 'body', { ctrlKey: true })
  expect([undo.run, keys.run].map((run) => run.mock.calls.length)).toEqual([1, 0])
  undo.end()
  keys.end()
})

test('a command acts on the key that the reviewer gave it, and no longer on its own', () => {
  unbind()
  unbind = bindCommandKeys(window, commands, { singleKeys: true, keys: { 'decide.approve': ['y'] } })
  const { run, end } = lent('decide.approve')
  press('a')
  expect(run).not.toHaveBeenCalled()
  press('y')
  expect(run).toHaveBeenCalledTimes(1)
  end()
})

test('the palette opens also from a field, and not over a dialog', () => {
  const { run, end } = lent('palette')
  press('k', '#letter', { ctrlKey: true })
  expect(run).toHaveBeenCalledTimes(1)
  press('k', '#inDialog', { ctrlKey: true })
  expect(run).toHaveBeenCalledTimes(1)
  end()
})

test('what stands before everything has the keys from the moment in which it is seen, and Escape closes it', () => {
  const { run, end } = lent('decide.approve')
  const dialog = document.querySelector('[role=dialog]')
  const closed = vi.fn()
  dialog?.setAttribute('aria-modal', 'true')
  dialog?.addEventListener('keydown', (event) => closed((event as KeyboardEvent).key))
  press('a')
  expect(run).not.toHaveBeenCalled()
  press('Escape')
  expect(closed.mock.calls).toEqual([['Escape']])
  // With the focus in it the dialog gets the key itself, once.
  press('Escape', '#inDialog')
  expect(closed.mock.calls).toEqual([['Escape'], ['Escape']])
  end()
})

test('two keys one after the other come before the second alone, wherever the registry lists them', () => {
  const going = lent('go.policy')
  const previous = lent('claim.previous')
  press('g')
  press('p')
  expect(going.run).toHaveBeenCalledTimes(1)
  expect(previous.run).not.toHaveBeenCalled()
  press('p')
  expect(previous.run).toHaveBeenCalledTimes(1)
  going.end()
  previous.end()
})

test('of two places that are gone to one after the other, however fast, neither is lost, nor after a slip', () => {
  const queue = lent('go.queue')
  const trays = lent('go.trays')
  for (const key of ['g', 'q', 'g', 't', 'g', 'g', 'q']) press(key)
  expect([queue.run.mock.calls.length, trays.run.mock.calls.length]).toEqual([2, 1])
  queue.end()
  trays.end()
})

test('a modifier between the two keys of a place is no key of its own', () => {
  const { run, end } = lent('go.queue')
  for (const key of ['g', 'Shift', 'q']) press(key)
  expect(run).toHaveBeenCalledTimes(1)
  end()
})
