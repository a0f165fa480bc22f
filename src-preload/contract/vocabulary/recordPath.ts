/** Where on the app's own origin a file is given to the core: bytes never cross the bridge. Plain values: no start waits for the shapes. */
export const RECORD_PATH = '/records'
/** What is looked at is held in memory as a whole. */
export const MOST_RECORD_BYTES = 256 * 1024 * 1024
