import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lookedDocument } from '../../../../../src-main/workstation/documents/laidDocument.ts'
import { LaidDocument } from '../../../../../src-preload/contract/vocabulary/laidShape.ts'
import { aMail } from '../../../../builders/poe/mails.ts'
import { factsOfBytes, lookOfBytes } from '../../../../builders/poe/pieces.ts'
import { pngOf } from '../../../../e2e/viewer/pictures.ts'

const PICTURE = pngOf(30, 20)
const address = fc.oneof(
  fc.webUrl(),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    'cid:a@b',
    'cid:%ff',
    'cid:',
    'data:',
    'data:image/png;base64,????',
    `data:image/png;base64,${PICTURE.toString('base64')}`,
    'javascript:alert(1)',
    'https://[::1',
    '//x.example',
    `https://x.example/${'a'.repeat(5000)}`,
  ),
)
const length = fc.oneof(
  fc.constantFrom('', '100%', '-5', '1e999', 'auto', '0', '99999999', '12em', 'calc(1px/0)'),
  fc.integer({ min: 0, max: 3000 }).map(String),
)
const quoted = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('>', '&gt;')
const words = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.replaceAll('<', '&lt;'))

const picture = fc
  .tuple(address, length, length, words)
  .map(
    ([src, width, height, alt]) =>
      `<img src="${quoted(src)}" width="${quoted(width)}" style="height:${quoted(height)}" alt="${quoted(alt)}">`,
  )
const link = fc.tuple(address, words).map(([href, text]) => `<a href="${quoted(href)}">${text}</a>`)
const piece = fc.oneof(words, picture, link, fc.constantFrom('<br>', '<svg></svg>', '<p>', '</p>', '<hr>'))
const cell = fc.array(piece, { maxLength: 5 }).map((parts) => `<td>${parts.join('')}</td>`)
const row = fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => `<tr>${cells.join('')}</tr>`)
const table = fc.array(row, { minLength: 1, maxLength: 4 }).map((rows) => `<table>${rows.join('')}</table>`)
const anyHtml = fc.array(fc.oneof(piece, table), { maxLength: 20 }).map((parts) => parts.join(''))
const INLINE = [{ id: 'a@b', type: 'image/png', bytes: PICTURE }]

/** The same page with nothing that stands beside its words; parts of a word stay parts. */
const bareOf = (html: string): string =>
  html
    .replace(/<img[^>]*>|<svg><\/svg>/gu, '<b></b>')
    .replace(/<a [^>]*>/gu, '<i>')
    .replaceAll('</a>', '</i>')

describe('any mail', () => {
  it('is shown within the bounds of its shape, every word where the facts have it', async () => {
    await fc.assert(
      fc.asyncProperty(anyHtml, words, async (html, text) => {
        const bytes = aMail({ html, text, inline: INLINE })
        const [{ look, facts: shown }, { facts }] = await Promise.all([
          lookOfBytes(bytes),
          factsOfBytes(bytes),
        ])
        expect(shown.pages[0]).toEqual(facts.pages[0])
        const pictures = look.pictures.map(() => ({ png: PICTURE, frames: 1 }))
        const laid = LaidDocument.parse(lookedDocument({ facts: shown, ...look, pictures }))
        const [page] = laid.pages
        for (const { box } of page?.inlays ?? []) {
          expect(box.every(Number.isFinite)).toBe(true)
          expect(box[0] >= 0 && box[1] >= 0 && box[2] <= 595 && box[3] <= (page?.height ?? 0)).toBe(true)
        }
      }),
      { numRuns: 100 },
    )
  }, 120_000)

  it('has the same words in the same lines as without what stands beside them', async () => {
    await fc.assert(
      fc.asyncProperty(anyHtml, async (html) => {
        const [full, bare] = await Promise.all(
          [html, bareOf(html)].map(async (one) => (await factsOfBytes(aMail({ html: one || ' ' }))).facts),
        )
        const [a, b] = [full, bare].map((facts) => facts?.pages[0])
        expect(a?.words.map(({ text }) => text)).toEqual(b?.words.map(({ text }) => text))
        expect([a?.lines, a?.blocks, a?.textClass]).toEqual([b?.lines, b?.blocks, b?.textClass])
      }),
      { numRuns: 100 },
    )
  }, 120_000)
})
