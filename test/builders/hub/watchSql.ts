import type { Opening } from '../../../src-main/hub/store/database.ts'

/** Adds the text of every statement that goes to the database to `seen`. */
export const watchSql = (seen: Set<string>): Pick<Opening, 'logger'> => ({
  logger: { logQuery: (query) => void seen.add(query) },
})
