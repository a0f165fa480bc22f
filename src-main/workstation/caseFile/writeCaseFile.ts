import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { letterIn } from '../../../src-preload/words/letters.ts'
import type { CaseFileFacts, PlacePictures } from './caseFileFacts.ts'
import { CaseFilePage } from './page/CaseFilePage.tsx'
import type { Sheet } from './page/sheet.tsx'
import type { Sayings } from './sayings.ts'

/** The case file as a page for print. Pure: the same facts give the same page. Everything that a stranger wrote is escaped by React. */
export function writeCaseFile(
  facts: CaseFileFacts,
  pictures: PlacePictures,
  { say, locale }: Sayings,
): string {
  const letterOf: Sheet['letterOf'] = (claimId) => letterIn(facts.one.parties, claimId)
  const sheet: Sheet = { facts, pictures, say, locale, zone: 'UTC', letterOf }
  return `<!doctype html>${renderToStaticMarkup(createElement(CaseFilePage, { sheet }))}`
}
