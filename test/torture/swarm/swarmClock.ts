import { NOW } from '../../builders/hub/hubClaim.ts'

/** Time of hub and workstations alike: it begins at the builders' now and runs at its true pace, in every process that knows its start. */
export const swarmNow = (startedAt: number) => (): number => NOW + Date.now() - startedAt
