// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest'
import { showFact } from '../../../../src-renderer/app/showFact.ts'

beforeEach(() => {
  Element.prototype.scrollIntoView = vi.fn<() => void>()
  document.body.innerHTML = `<aside data-pane="facts" tabindex="-1"><section><h2>Customer</h2>
    <p><b>Harrow  Point</b></p><dl><dt>Tenant</dt><dd><span>8c6e <button>Copy</button></span></dd></dl></section></aside>`
})

test('puts the focus on the smallest place that says the words, whatever spaces stand between them', () => {
  showFact(document, 'Harrow Point')
  expect(document.activeElement?.tagName).toBe('B')
  showFact(document, '8c6e')
  expect(document.activeElement?.tagName).toBe('SPAN')
  expect(Element.prototype.scrollIntoView).toHaveBeenCalledTimes(2)
})

test('goes to the facts as a whole where the words do not stand as they are', () => {
  showFact(document, 'Another customer')
  expect(document.activeElement?.getAttribute('data-pane')).toBe('facts')
})
