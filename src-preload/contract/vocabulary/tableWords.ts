/** Every table that can be taken out as a file. A new one gets its wish in `tables.ts` and its line in `workstation/tables/tableSources.ts`. */
export const TABLES = ['queue', 'outbox', 'cases', 'disputes', 'audit', 'lead_claims'] as const
export type TableName = (typeof TABLES)[number]

export const TABLE_FORMATS = ['csv', 'xlsx'] as const
export type TableFormat = (typeof TABLE_FORMATS)[number]
