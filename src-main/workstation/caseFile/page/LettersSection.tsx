import type { FileLetter, FileParty } from '../caseFileFacts.ts'
import { atInstant, Letter, PartHead, SectionHead, type SectionProps, type Sheet } from './sheet.tsx'

/** What was written to each party, word by word. */
export function LettersSection({ sheet }: SectionProps) {
  const { say, facts } = sheet
  return (
    <section>
      <SectionHead>{say('caseFile.letters')}</SectionHead>
      {facts.parties.map((one) => (
        <section key={one.party.claimId}>
          <PartHead>
            <Letter>{one.letter}</Letter> {one.party.partnerName}
          </PartHead>
          {emptyWords(one, sheet) !== null && <p>{emptyWords(one, sheet)}</p>}
          {one.claim?.letters.map((letter, at) => (
            <Written key={`${letter.what} ${at}`} letter={letter} sheet={sheet} />
          ))}
        </section>
      ))}
    </section>
  )
}

function emptyWords({ claim }: FileParty, { say }: Sheet): string | null {
  if (claim === null) return say('caseFile.notHere')
  return claim.letters.length === 0 ? say('caseFile.letters.none') : null
}

interface WrittenProps extends SectionProps {
  readonly letter: FileLetter
}

function Written({ letter: { what, at, byName, text }, sheet }: WrittenProps) {
  const { say } = sheet
  const when = at === null ? say('caseFile.letter.notYet') : atInstant(sheet, at)
  return (
    <article className="letterCopy">
      <p className="letterHead">
        {say('caseFile.letter.head', { what: say(`caseFile.letter.${what}`), when, name: byName })}
      </p>
      {text === null ? (
        <p>{say('caseFile.letter.notHere')}</p>
      ) : (
        <blockquote className="said">{text}</blockquote>
      )}
    </article>
  )
}
