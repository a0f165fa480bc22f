import { expect, test } from 'vitest'
import { initialsOf } from '../../../../src-renderer/ui/Initials.tsx'

test.each([
  ['Marta Ginevri', 'MG'],
  ['Teodor van der Halász', 'TH'],
  ['Madonna', 'M'],
  ['  ', ''],
  ['𠮷野 太郎', '𠮷太'],
])('%s has the initials %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
