import type { FileParty } from '../caseFileFacts.ts'
import { Heads, Letter, onDay, PartHead, SectionHead, type SectionProps } from './sheet.tsx'

/** Every paper on file, by its hash: what the parties are compared by can be told from any other. */
export function DocumentsSection({ sheet }: SectionProps) {
  const { say, facts } = sheet
  return (
    <section>
      <SectionHead>{say('caseFile.documents')}</SectionHead>
      {facts.parties.map((one) => (
        <section key={one.party.claimId}>
          <PartHead>
            <Letter>{one.letter}</Letter> {one.party.partnerName}
          </PartHead>
          <Papers one={one} sheet={sheet} />
        </section>
      ))}
    </section>
  )
}

function Papers({ one: { claim }, sheet }: SectionProps & { readonly one: FileParty }) {
  const { say } = sheet
  if (claim === null) return <p>{say('caseFile.notHere')}</p>
  if (claim.documents.length === 0) return <p>{say('caseFile.documents.none')}</p>
  const heads = ['name', 'kind', 'added', 'size'] as const
  return (
    <table className="grid">
      <Heads names={heads.map((head) => say(`caseFile.documents.${head}`))} />
      <tbody>
        {claim.documents.map(
          ({ documentId, fileName, sha256, kind, addedAt, addedBy, sizeBytes, availability }) => (
            <tr key={documentId}>
              <th scope="row">
                {fileName}
                <span className="hash block">SHA-256 {sha256}</span>
                {availability === 'missing' && (
                  <span className="second block">{say('caseFile.picture.not_here')}</span>
                )}
              </th>
              <td>{say(`poeKind.${kind ?? 'none'}`)}</td>
              <td>
                {onDay(sheet, addedAt)}
                {addedBy !== null && <span className="second block">{addedBy}</span>}
              </td>
              <td>{say('caseFile.documents.bytes', { size: sizeBytes })}</td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  )
}
