import { useIntl } from 'react-intl'
import type { Output } from '../../../src-preload/contract/index.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { useCommand } from '../../app/useCommand.ts'
import { localeFor } from '../../format/messages.ts'
import { useText } from '../../format/useText.ts'
import { useStores } from '../../stores/Stores.tsx'
import { SavingNotice } from '../../ui/SavingNotice.tsx'
import { useSaving } from '../../ui/useSaving.ts'

/** Lends the commands that save the decision on a claim as a file that opens again, and says what became of it. */
export function SaveRecord({ claimId }: { readonly claimId: ClaimId }) {
  const say = useText()
  const { locale } = useIntl()
  const { client } = useStores()
  const saving = useSaving<Output<'record.save'>>()
  const save = (withPapers: boolean) =>
    void saving.run(() =>
      client.call('record.save', { claimId, withPapers, locale: localeFor('system', [locale]) }),
    )
  useCommand('record.save', () => save(false), saving.isFree)
  useCommand('record.saveWithPapers', () => save(true), saving.isFree)
  return (
    <SavingNotice
      saving={saving}
      making={say('record.save.making')}
      said={(answer) =>
        answer.outcome === 'saved'
          ? say('record.save.saved', { where: answer.where, missing: answer.missingPapers })
          : say(`record.save.${answer.outcome}`)
      }
    />
  )
}
