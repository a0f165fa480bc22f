import { sql } from 'drizzle-orm'

/** The condition that a column holds one of these words. */
export const words = (column: string, list: readonly string[]) =>
  sql.raw(`"${column}" in (${list.map((word) => `'${word}'`).join(', ')})`)
