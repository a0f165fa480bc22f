import { useShared } from '../stores/Stores.tsx'

/** Whether a team lead works here: what is theirs alone is not offered to anybody else. The core refuses it besides. */
export const useIsLead = (): boolean =>
  useShared('session', ({ session }) => session.status === 'ready' && session.value.user.role === 'team_lead')
