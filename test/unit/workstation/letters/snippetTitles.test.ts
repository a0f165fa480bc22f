import { describe, expect, it } from 'vitest'
import { snippetTitle } from '../../../../src-main/workstation/letters/snippetTitles.ts'

describe('the name of a snippet', () => {
  it.each([
    ['it', 'en-GB', 'ID MPN errato'],
    ['en', 'it-IT', 'Wrong MPN ID'],
    ['system', 'it-IT', 'ID MPN errato'],
    ['system', 'en-US', 'Wrong MPN ID'],
    ['system', 'sv-SE', 'Wrong MPN ID'],
  ] as const)('with the setting %s on a machine in %s is %s', (locale, system, title) => {
    expect(snippetTitle('wrong_mpn', locale, system)).toBe(title)
  })
})
