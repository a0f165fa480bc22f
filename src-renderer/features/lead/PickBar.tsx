import { lazy, Suspense, useState } from 'react'
import type { LeadClaim } from '../../../src-preload/contract/lead.ts'
import type { TeamAct } from '../../../src-preload/contract/vocabulary/words.ts'
import { useCommand } from '../../app/useCommand.ts'
import { useText } from '../../format/useText.ts'
import { useShared, useStores } from '../../stores/Stores.tsx'
import type { ActedOn } from '../../stores/useTeamAct.ts'
import { CommandButton } from '../../ui/CommandButton.tsx'
import css from './PickBar.module.css'

// Not needed for the figures.
const TeamActDialog = lazy(async () => ({
  default: (await import('../../ui/TeamActDialog.tsx')).TeamActDialog,
}))

interface PickBarProps {
  readonly rows: readonly LeadClaim[]
  /** What is acted on while nothing is picked. */
  readonly current: LeadClaim | undefined
}

/** What a lead does to the picked claims of a list, or to the one that is looked at, without opening them. */
export function PickBar({ rows, current }: PickBarProps) {
  const say = useText()
  const { lead } = useStores()
  const [asked, setAsked] = useState<Exclude<TeamAct, 'settle_escalation'> | null>(null)
  const picked = [...useShared('lead', (state) => state.picked).values()]
  const claims = (picked.length > 0 ? picked : current === undefined ? [] : [current]).map((one) =>
    actedOn(rows.find(({ claimId }) => claimId === one.claimId) ?? one),
  )
  const ask = (act: NonNullable<typeof asked>) => () => setAsked(act)
  useCommand('lead.handOver', ask('hand_over'), claims.length > 0)
  useCommand('lead.raise', ask('escalate'), claims.length > 0)
  useCommand('lead.remind', ask('nudge'), claims.length > 0)
  return (
    <>
      {picked.length > 0 && (
        <div role="toolbar" aria-label={say('teamAct.pickedLabel')} className={css.bar} data-pane="bulk">
          <b role="status">{say('teamAct.picked', { count: picked.length })}</b>
          <CommandButton command="lead.handOver" withKey>
            {say('command.handOver')}
          </CommandButton>
          <CommandButton command="lead.remind" withKey>
            {say('command.remind')}
          </CommandButton>
          <CommandButton command="lead.raise" withKey>
            {say('command.raise')}
          </CommandButton>
          <CommandButton command="lead.back" withKey>
            {say('command.dropPicked')}
          </CommandButton>
        </div>
      )}
      {asked !== null && (
        <Suspense fallback={null}>
          <TeamActDialog
            act={asked}
            claims={claims}
            onDone={() => lead.getState().drop()}
            onClose={() => setAsked(null)}
          />
        </Suspense>
      )}
    </>
  )
}

/** As it is shown now: what was picked may have changed since. */
const actedOn = ({ claimId, claimName, revision }: Omit<ActedOn, 'toUserId'>): ActedOn => {
  return { claimId, claimName, revision, toUserId: null }
}
