import { describe, expect, it } from 'vitest'
import english from '../../../../resources/locales/viewer.en.json'
import italian from '../../../../resources/locales/viewer.it.json'
import type { ViewerMark } from '../../../../src-renderer/viewer-frame/messages.ts'
import {
  fillIn,
  markName,
  NO_STRINGS,
  numberText,
} from '../../../../src-renderer/viewer-frame/frameStrings.ts'

const mark: ViewerMark = {
  id: 'e1',
  number: 4,
  page: 2,
  quads: [],
  label: 'Signer, {page}',
  tone: 'evidence',
}

describe('the sentences of the frame', () => {
  it('take in numbers and names, and no place a second time', () => {
    expect(fillIn('Page {page} of {pages}', { page: 2, pages: 5 })).toBe('Page 2 of 5')
    expect(markName({ ...NO_STRINGS, evidence: 'Evidence {number}: {label}' }, mark)).toBe(
      'Evidence 4: Signer, {page}',
    )
  })

  it('say a number with the letter of its party', () => {
    const strings = { ...NO_STRINGS, evidence: 'Evidence {number}: {label}' }
    expect(markName(strings, { ...mark, letter: 'B' })).toBe('Evidence B4: Signer, {page}')
    expect([numberText({ number: null, letter: 'B' }), numberText({ number: 12 })]).toEqual(['', '12'])
  })

  it('leave a place open that nobody can fill', () => {
    expect(fillIn('{what} {page}', { page: 1 })).toBe('{what} 1')
  })
})

describe('the catalogues of the viewer', () => {
  it('say the same things in both languages, with the same places', () => {
    const places = (catalogue: Readonly<Record<string, string>>) =>
      Object.fromEntries(Object.entries(catalogue).map(([id, text]) => [id, new Set(text.match(/\{\w+/g))]))
    expect(places(italian)).toEqual(places(english))
  })

  it('leave no sentence untranslated that has words in it', () => {
    const same = Object.entries(english).filter(([id, text]) => italian[id as keyof typeof italian] === text)
    expect(same.map(([id]) => id)).toEqual(['viewer.tab.pages'])
  })
})
