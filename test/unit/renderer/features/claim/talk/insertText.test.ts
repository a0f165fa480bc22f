import { expect, test } from 'vitest'
import { withInsert } from '../../../../../../src-renderer/features/claim/talk/insertText.ts'

const at = (selectionStart: number, selectionEnd = selectionStart) => ({ selectionStart, selectionEnd })

test('a text goes into an empty field as it is', () => {
  expect(withInsert('', 'Thank you.', at(0))).toBe('Thank you.')
})

test('in the middle it stands on lines of its own', () => {
  expect(withInsert('Before after', 'Thank you.', at(7))).toBe('Before \nThank you.\nafter')
  expect(withInsert('Before\n\nafter', 'Thank you.', at(7))).toBe('Before\nThank you.\nafter')
})

test('what was marked is replaced', () => {
  expect(withInsert('old', 'new', at(0, 3))).toBe('new')
})

test('without a cursor it goes to the end', () => {
  expect(withInsert('Before', 'Thank you.', null)).toBe('Before\nThank you.')
})
