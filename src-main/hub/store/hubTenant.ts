import { TenantId } from '../../../src-preload/contract/vocabulary/idShapes.ts'

/** Stands where a customer's tenant would, for rows that belong to the hub itself: people, their codes and keys, the feed's epoch. */
export const HUB_TENANT = TenantId.parse('00000000-0000-0000-0000-000000000000')
