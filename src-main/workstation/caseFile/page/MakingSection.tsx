import type { FileClaim } from '../caseFileFacts.ts'
import {
  atInstant,
  fact,
  FactRows,
  partnerWords,
  SectionHead,
  type SectionProps,
  type Sheet,
  versionWords,
} from './sheet.tsx'

/** When, by whom and by which versions the file was made. */
export function MakingSection({ sheet }: SectionProps) {
  const { say, facts } = sheet
  const { at, by, version, contract, checker, reader } = facts.made
  return (
    <section>
      <SectionHead>{say('caseFile.made')}</SectionHead>
      <FactRows
        rows={[
          fact(say('caseFile.made.at'), atInstant(sheet, at)),
          fact(
            say('caseFile.made.by'),
            say('caseFile.made.person', { name: by.name, role: say(`role.${by.role}`) }),
          ),
          fact(say('caseFile.made.version'), version),
          fact(say('caseFile.made.contract'), String(contract)),
          fact(say('caseFile.made.checker'), checker),
          fact(say('caseFile.made.reader'), reader),
          ...facts.parties.flatMap(({ party, claim }) =>
            claim === null ? [] : [fact(partnerWords(sheet, party.claimId), claimWords(claim, sheet))],
          ),
        ]}
      />
    </section>
  )
}

const claimWords = ({ record, checker }: FileClaim, { say }: Sheet): string =>
  say('caseFile.made.claim', {
    revision: record.revision,
    policy: versionWords(record.policy),
    checker: checker ?? say('verdict.none'),
  })
