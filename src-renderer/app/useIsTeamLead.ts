import { useShared } from '../stores/Stores.tsx'

/** Whether the board is this person's: the core refuses it to everybody else. */
export function useIsTeamLead(): boolean {
  return useShared(
    'session',
    ({ session }) => session.status === 'ready' && session.value.user.role === 'team_lead',
  )
}
