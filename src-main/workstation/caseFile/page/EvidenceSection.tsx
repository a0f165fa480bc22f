import { type FileParty, type FilePlace, type NoPicture, pictureKey } from '../caseFileFacts.ts'
import type { PageCut } from '../../ports.ts'
import { Letter, onDay, PartHead, rowWords, SectionHead, type SectionProps, type Sheet } from './sheet.tsx'

/** What verdicts and days rest on: each place with its picture, where a page has one. */
export function EvidenceSection({ sheet }: SectionProps) {
  const { say, facts, pictures } = sheet
  const leftOut = [...pictures.values()].filter((picture) => picture === 'left_out').length
  const placed = facts.parties.filter(({ claim }) => (claim?.places ?? []).length > 0)
  return (
    <section>
      <SectionHead>{say('caseFile.evidence')}</SectionHead>
      <p className="second">{say('caseFile.evidence.what')}</p>
      {leftOut > 0 && <p className="warning">{say('caseFile.evidence.leftOut', { count: leftOut })}</p>}
      {placed.length === 0 && <p>{say('caseFile.evidence.none')}</p>}
      {placed.map((one) => (
        <PartyPlaces key={one.party.claimId} one={one} sheet={sheet} />
      ))}
    </section>
  )
}

interface PartyPlacesProps extends SectionProps {
  readonly one: FileParty
}

function PartyPlaces({ one: { letter, party, claim }, sheet }: PartyPlacesProps) {
  return (
    <section>
      <PartHead>
        <Letter>{letter}</Letter> {party.partnerName}
      </PartHead>
      {claim?.places.map((place) => (
        <figure key={place.number}>
          <Picture
            picture={sheet.pictures.get(pictureKey(party.claimId, place.number)) ?? 'not_drawn'}
            name={pictureWords(place, sheet)}
            sheet={sheet}
          />
          <figcaption>
            <Caption place={place} letter={letter} claimId={party.claimId} sheet={sheet} />
          </figcaption>
        </figure>
      ))}
    </section>
  )
}

interface PictureProps extends SectionProps {
  readonly picture: PageCut | NoPicture
  readonly name: string
}

function Picture({ picture, name, sheet }: PictureProps) {
  if (typeof picture === 'string')
    return <p className="second noPicture">{sheet.say(`caseFile.picture.${picture}`)}</p>
  const { png, width, height, marks } = picture
  return (
    <svg className="cut" role="img" aria-label={name} viewBox={`0 0 ${width} ${height}`}>
      <image
        href={`data:image/png;base64,${Buffer.from(png).toString('base64')}`}
        width={width}
        height={height}
      />
      {marks.map(([x0, y0, x1, y1], at) => (
        <rect
          key={`${x0} ${y0} ${at}`}
          x={x0 * width}
          y={y0 * height}
          width={(x1 - x0) * width}
          height={(y1 - y0) * height}
        />
      ))}
    </svg>
  )
}

const pictureWords = ({ text, rows }: FilePlace, sheet: Sheet): string =>
  text ?? sheet.say('caseFile.picture.of', { what: rows.map((row) => rowWords(sheet, row)).join(', ') })

interface CaptionProps extends SectionProps {
  readonly place: FilePlace
  readonly letter: string
  readonly claimId: string
}

function Caption({ place, letter, claimId, sheet }: CaptionProps) {
  const { say } = sheet
  const { number, rows, document, text, markedBy } = place
  return (
    <>
      <b className="letter">{`${letter}${number}`}</b>{' '}
      <b>{rows.map((row) => rowWords(sheet, row)).join(', ')}</b>
      {text !== null && <span className="said"> {say('evidence.read', { text })}</span>}
      <span className="second block">{whereWords(place, claimId, sheet)}</span>
      {markedBy !== null && (
        <span className="second block">
          {say('caseFile.place.marked', { name: markedBy.byName, day: onDay(sheet, markedBy.at) })}{' '}
          {markedBy.note}
        </span>
      )}
      {document !== null && <span className="hash block">SHA-256 {document.sha256}</span>}
    </>
  )
}

function whereWords({ document, innerName, page }: FilePlace, claimId: string, { say }: Sheet): string {
  if (document === null) return say('caseFile.place.gone', { claim: claimId })
  const file =
    innerName === null
      ? document.fileName
      : say('arbitration.panes.inside', { file: innerName, outer: document.fileName })
  return page === null
    ? say('caseFile.place.whole', { claim: claimId, file })
    : say('caseFile.place.page', { claim: claimId, file, page })
}
