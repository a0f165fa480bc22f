import { isTeamLeadOf } from '../stores/sessionStore.ts'
import { useShared } from '../stores/Stores.tsx'

export const useIsTeamLead = (): boolean => useShared('session', isTeamLeadOf)
