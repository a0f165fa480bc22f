import { useText } from '../../../format/useText.ts'
import { SavingNotice } from '../../../ui/SavingNotice.tsx'
import type { CaseFileSaving } from './useCaseFile.ts'

/** What becomes of the case file, in its words. */
export function CaseFileNotice({ saving }: { readonly saving: CaseFileSaving }) {
  const say = useText()
  return (
    <SavingNotice
      saving={saving}
      making={say('caseFile.save.making')}
      said={(answer) =>
        answer.outcome === 'saved'
          ? say('caseFile.save.saved', { where: answer.where })
          : say(`caseFile.save.${answer.outcome}`)
      }
    />
  )
}
