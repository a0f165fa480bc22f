import { atInstant, fact, FactRows, SectionHead, type SectionProps, versionWords } from './sheet.tsx'

/** What the case is about, and where it stands. */
export function CaseSection({ sheet }: SectionProps) {
  const { say, facts } = sheet
  const { one } = facts
  const { contested } = one
  const named = contested.subscriptionId ?? (contested.isProvisional ? say('cases.provisional') : null)
  return (
    <section>
      <SectionHead>{say('caseFile.case')}</SectionHead>
      <FactRows
        rows={[
          fact(say('caseFile.case.id'), <span className="id">{one.caseId}</span>),
          fact(say('caseFile.case.customer'), one.customerName),
          fact(say('caseFile.case.tenant'), <span className="id">{one.tenantId}</span>),
          fact(say('caseFile.case.thing'), contested.name),
          fact(
            say(`caseFile.unit.${contested.unit}`),
            named === null ? contested.productId : <span className="id">{named}</span>,
          ),
          fact(say('caseFile.case.program'), say(`program.${contested.program}`)),
          fact(say('caseFile.case.opened'), atInstant(sheet, one.openedAt)),
          fact(
            say('caseFile.case.state'),
            say('caseFile.case.stateSince', {
              state: say(`case.state.${one.state}`),
              at: atInstant(sheet, one.stateChangedAt),
            }),
          ),
          fact(say('caseFile.case.lead'), one.lead?.name ?? say('caseFile.case.noLead')),
          fact(say('caseFile.case.policy'), versionWords(one.policy)),
          fact(say('caseFile.case.calendar'), versionWords(one.calendar)),
          fact(say('caseFile.case.revision'), String(one.revision)),
        ]}
      />
    </section>
  )
}
