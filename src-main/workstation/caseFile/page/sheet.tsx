import type { ReactNode } from 'react'
import type { ClaimId } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import type { PolicyVersion } from '../../../../src-preload/contract/vocabulary/policyVersion.ts'
import { formatInstant } from '../../../../src-preload/words/dates.ts'
import type { PlacedRow } from '../../../../src-preload/words/partyPlaces.ts'
import type { RungSpeech } from '../../../../src-preload/words/rungWords.ts'
import type { CaseFileFacts, FileParty, PlacePictures } from '../caseFileFacts.ts'

/** What every section is written from. Instants are read in UTC: a record says the same wherever it is read. */
export interface Sheet extends RungSpeech {
  readonly facts: CaseFileFacts
  readonly pictures: PlacePictures
}

export interface SectionProps {
  readonly sheet: Sheet
}

export const atInstant = ({ locale, zone }: Sheet, at: string): string =>
  formatInstant(locale, at, 'record', zone)

export const onDay = ({ locale, zone }: Sheet, at: string): string => formatInstant(locale, at, 'day', zone)

export const versionWords = ({ id, version }: PolicyVersion): string => `${id}@${version}`

export const partyOf = ({ facts }: Sheet, claimId: ClaimId | null): FileParty | undefined =>
  facts.parties.find(({ party }) => party.claimId === claimId)

/** Under its letter, with its name. */
export function partnerWords(sheet: Sheet, claimId: ClaimId): string {
  const found = partyOf(sheet, claimId)
  return found === undefined
    ? claimId
    : sheet.say('caseFile.party', { letter: found.letter, partner: found.party.partnerName })
}

export const rowWords = ({ say }: Sheet, row: PlacedRow): string =>
  row === 'acknowledged' || row === 'engagement' ? say(`board.${row}`) : say(`criterion.${row}`)

export interface Fact {
  readonly name: string
  readonly value: ReactNode
}
export const fact = (name: string, value: ReactNode): Fact => ({ name, value })

interface FactRowsProps {
  readonly rows: readonly Fact[]
}

/** Names and what they are, as a table with row heads; nothing where there is nothing to say. */
export function FactRows({ rows }: FactRowsProps) {
  return (
    <table className="facts">
      <tbody>
        {rows
          .filter(({ value }) => value !== null)
          .map(({ name, value }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}

interface HeadsProps {
  readonly names: readonly string[]
}

export function Heads({ names }: HeadsProps) {
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  )
}

export function Letter({ children }: { readonly children: string }) {
  return <b className="letter">{children}</b>
}

interface HeadProps {
  readonly children: ReactNode
}

/**
 * Heads keep room for what follows them, so that none stands alone at the foot of a sheet. By a box of their own: a heading that a rule of
 * its own pushes to the next sheet stands twice in Chromium's outline.
 */
export function SectionHead({ children }: HeadProps) {
  return (
    <div className="keep">
      <h2>{children}</h2>
    </div>
  )
}

export function PartHead({ children }: HeadProps) {
  return (
    <div className="keep">
      <h3>{children}</h3>
    </div>
  )
}
