import type { WriteStore } from './openStore.ts'

/** Another checker says other things of the same documents: every claim waits to be checked again. */
export function forgetReports(store: WriteStore): void {
  store.sqlite.exec('update claims set report_key = null where report_key is not null; delete from reports')
}
