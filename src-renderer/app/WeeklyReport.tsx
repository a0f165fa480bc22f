import { useIntl } from 'react-intl'
import type { Output } from '../../src-preload/contract/index.ts'
import { localeFor } from '../format/messages.ts'
import { useText } from '../format/useText.ts'
import { useStores } from '../stores/Stores.tsx'
import { SavingNotice } from '../ui/SavingNotice.tsx'
import { useSaving } from '../ui/useSaving.ts'
import { useCommand } from './useCommand.ts'
import { useIsTeamLead } from './useIsTeamLead.ts'

/** Lends a team lead the ways to the report of a week, and says what became of it. */
export function WeeklyReport() {
  const say = useText()
  const { locale } = useIntl()
  const { client } = useStores()
  const isLead = useIsTeamLead()
  const saving = useSaving<Output<'reports.weekly'>>()
  const save = (weeksAgo: number) =>
    void saving.run(() => client.call('reports.weekly', { weeksAgo, locale: localeFor('system', [locale]) }))
  useCommand('weekly.last', () => save(1), isLead && saving.isFree)
  useCommand('weekly.this', () => save(0), isLead && saving.isFree)
  return (
    <SavingNotice
      saving={saving}
      making={say('weekly.save.making')}
      said={(answer) =>
        answer.outcome === 'saved'
          ? say('weekly.save.saved', { where: answer.where })
          : say(`weekly.save.${answer.outcome}`)
      }
    />
  )
}
