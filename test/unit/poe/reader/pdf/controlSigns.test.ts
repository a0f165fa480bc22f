import { describe, expect, it } from 'vitest'
import { at, fontWith } from '../../../../builders/poe/forgeries/drawnText.ts'
import { withContent } from '../../../../builders/poe/forgeries/forgery.ts'
import { readHere } from '../../../../builders/poe/readers.ts'

const reading = async (text: string, pairs: Readonly<Record<string, string>>) =>
  readHere(await withContent(at(text, 400), fontWith(pairs)))

describe('signs that a font’s text table adds', () => {
  it('are left out of the words and told with their place', async () => {
    const facts = await reading('(Cirrus rollout)', { '43': 'C\u200B' })
    const word = facts.pages[0]?.words.find(({ text }) => text === 'Cirrus')
    expect(facts.flags).toEqual([
      {
        kind: 'control_characters',
        page: 1,
        quads: [word?.quad],
        text: 'C<U+200B>irrus',
        severity: 'medium',
      },
    ])
  })

  it('do not part a word that is one to the eye', async () => {
    const facts = await reading('(Cir\\001rus)', { '01': '\uFEFF' })
    expect(facts.pages[0]?.words.map(({ text }) => text)).toContain('Cirrus')
  })
})
