import { describe, expect, it } from 'vitest'
import { blockTexts, factsOfBytes, flagKinds, hiddenText } from '../../../../builders/poe/pieces.ts'
import { aReader, readBytes } from '../../../../builders/poe/readers.ts'

const read = async (text: string | Buffer) => (await factsOfBytes(Buffer.from(text))).facts

describe('HTML', () => {
  it('shows blocks, tables and ticks as a browser does', async () => {
    const facts = await read(
      '<!doctype html><html><body><h1>Work order</h1><p>two\n words</p><table><tr><td>Customer</td><td>Ottermill</td></tr></table><p><input type="checkbox" checked> Teams</p><script>alert(1)</script></body></html>',
    )
    expect(facts).toMatchObject({ type: 'html', status: 'read', pageCount: null })
    expect(blockTexts(facts)).toEqual(['Work order', 'two words', 'Customer', 'Ottermill', '☒ Teams'])
    expect(facts.pages[0]?.words[0]).toMatchObject({ bold: true, size: 18 })
  })

  it('takes what nests without end for unseen', async () => {
    const facts = await read(`<html><body>top${'<div>'.repeat(5000)}deep`)
    expect(blockTexts(facts)).toEqual(['top'])
    expect(hiddenText(facts)).toBe('deep')
  })
})

describe('style sheets', () => {
  const styled = (sheet: string, body: string) => read(`<!doctype html><style>${sheet}</style><body>${body}`)

  it('keep what they hide out of the lines, and give it back where a later rule shows it', async () => {
    const facts = await styled(
      '.terms p:not(.own){display:none} .terms #last{display:block}',
      '<div class="terms"><p>hidden</p><p class="own">seen</p><p id="last">shown again</p></div>',
    )
    expect(blockTexts(facts)).toEqual(['seen', 'shown again'])
    expect(hiddenText(facts)).toBe('hidden')
    expect(flagKinds(facts)).toEqual(['html_text_mismatch'])
  })

  it('show in a hidden part what is made visible again, and nothing of a part that is not displayed', async () => {
    const show = 'style="visibility:visible;display:block"'
    const facts = await styled(
      '.a{visibility:hidden} .b{display:none}',
      `<div class="a">one<p ${show}>two</p></div><div class="b">three<p ${show}>four</p></div>`,
    )
    expect(blockTexts(facts)).toEqual(['two'])
    expect(hiddenText(facts)).toBe('one three four')
  })

  it('leave out what no program understands and keep what was said before', async () => {
    const facts = await styled('p{display:none;display:gone} b{color:white;colour:black}', '<p>x</p><b>y</b>')
    expect(blockTexts(facts)).toEqual([])
    expect(hiddenText(facts)).toBe('x y')
  })

  it('are read in the bound process too', async () => {
    const page =
      '<html><style>:root{--ink:#fff} div > :not(b){color:var(--ink)}</style><div><b>seen</b><i>hidden</i></div>'
    const facts = await readBytes(aReader(), Buffer.from(page))
    expect(blockTexts(facts)).toEqual(['seen'])
    expect(hiddenText(facts)).toBe('hidden')
  })

  it('that nest without end let nothing be taken for seen', async () => {
    const style = `max-height:calc${'('.repeat(3000)}0px${')'.repeat(3000)};overflow:hidden`
    expect(blockTexts(await styled(`p{${style}}`, '<p>x</p><b>y</b>'))).toEqual(['y'])
    expect(blockTexts(await styled('', `<p style="${style}">x</p><b>y</b>`))).toEqual(['y'])
    expect(blockTexts(await styled(`p{${'&{'.repeat(40)}color:red${'}'.repeat(41)}`, '<p>x</p>'))).toEqual([])
  })

  it('written for a page without doctype may leave out units and signs', async () => {
    const facts = await read(
      '<html><style>.X{font-size:2;color:ffffff}</style><p class="x">hidden</p><p>seen</p>',
    )
    expect(blockTexts(facts)).toEqual(['seen'])
  })
})

describe('rich text', () => {
  it('shows signs of code pages and of Unicode, tables and bold', async () => {
    const facts = await read(
      "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}\\b Stra\\'dfe\\b0  \\u8364? 5\\par\\trowd\\intbl Kunde\\cell\\intbl Ottermill\\cell\\row\\pard last}",
    )
    expect(facts).toMatchObject({ type: 'rtf', status: 'read' })
    expect(blockTexts(facts)).toEqual(['Straße € 5', 'Kunde', 'Ottermill', 'last'])
    expect(facts.pages[0]?.words[0]?.bold).toBe(true)
  })

  it('hides hidden and white text and flags it', async () => {
    const facts = await read(
      '{\\rtf1{\\colortbl;\\red255\\green255\\blue255;}seen {\\v secret} {\\cf1 white}{\\*\\unknown gone}\\par}',
    )
    expect(blockTexts(facts)).toEqual(['seen'])
    expect(hiddenText(facts)).toBe('secret white')
    expect(flagKinds(facts)).toEqual(['docx_hidden_text'])
  })

  it('shows what a field results in, not what it says', async () => {
    const facts = await read('{\\rtf1 {\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt our page}}\\par}')
    expect(blockTexts(facts)).toEqual(['our page'])
  })
})

describe('plain text', () => {
  it('parts paragraphs and bullets and keeps columns apart', async () => {
    const facts = await read(
      'Work order\n\n- deploy Teams\n- train users\n\nCustomer:                 Partner:\n',
    )
    expect(facts).toMatchObject({ type: 'txt', status: 'read' })
    expect(blockTexts(facts)).toEqual([
      'Work order',
      '- deploy Teams',
      '- train users',
      'Customer:',
      'Partner:',
    ])
  })

  it('reads UTF-16 and western letters of old', async () => {
    expect(blockTexts(await read(Buffer.from('\uFEFFStraße 5 und mehr', 'utf16le')))).toEqual([
      'Straße 5 und mehr',
    ])
    expect(blockTexts(await read(Buffer.from('Straße', 'latin1')))).toEqual(['Straße'])
  })
})
