import { createHash } from 'node:crypto'
import type { Sheet } from './sheet.tsx'
import { BoardSection } from './BoardSection.tsx'
import { CaseSection } from './CaseSection.tsx'
import { DocumentsSection } from './DocumentsSection.tsx'
import { EvidenceSection } from './EvidenceSection.tsx'
import { HistorySection } from './HistorySection.tsx'
import { LadderSection } from './LadderSection.tsx'
import { LettersSection } from './LettersSection.tsx'
import { MakingSection } from './MakingSection.tsx'
import { OutcomeSection } from './OutcomeSection.tsx'
import { PartiesSection } from './PartiesSection.tsx'
import { atInstant } from './sheet.tsx'
import { styleOf } from './style.ts'
import { VotesSection } from './VotesSection.tsx'

/** The whole document. Its policy lets in this one style and pictures that stand in the page itself: nothing else, from nowhere. */
export function CaseFilePage({ sheet }: { readonly sheet: Sheet }) {
  const { say, locale, facts } = sheet
  const { one, made } = facts
  const names = { thing: one.contested.name, customer: one.customerName }
  const style = styleOf(say('caseFile.foot', { caseId: one.caseId }))
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={policyFor(style)} />
        <title>{say('caseFile.title', names)}</title>
        <style>{style}</style>
      </head>
      <body>
        <header>
          <p className="product">{say('caseFile.product')}</p>
          <h1>{say('caseFile.title', names)}</h1>
          <p className="internal">{say('caseFile.internal')}</p>
          <p className="second">
            {say('caseFile.madeOn', { at: atInstant(sheet, made.at), name: made.by.name })}
          </p>
        </header>
        <CaseSection sheet={sheet} />
        <OutcomeSection sheet={sheet} />
        <VotesSection sheet={sheet} />
        <PartiesSection sheet={sheet} />
        <BoardSection sheet={sheet} />
        <LadderSection sheet={sheet} />
        <HistorySection sheet={sheet} />
        <LettersSection sheet={sheet} />
        <EvidenceSection sheet={sheet} />
        <DocumentsSection sheet={sheet} />
        <MakingSection sheet={sheet} />
      </body>
    </html>
  )
}

/** What a page for print lets in: this style, and pictures that stand in it. */
export function policyFor(style: string): string {
  const hash = createHash('sha256').update(style).digest('base64')
  return `default-src 'none'; style-src 'sha256-${hash}'; img-src data:`
}
