import { z } from 'zod'
import { forgetReports } from '../../store/forgetReports.ts'
import { findValue, putValue } from '../../store/profileRepo.ts'
import { renewCheckKeys } from '../../store/renewCheckKeys.ts'
import type { Core } from '../core.ts'

/** A newer reader or checker says other things: what the older one found is let go, once. What reviewers said stays. */
export function forgetOldFindings(core: Core): void {
  const { readerVersion, checkerVersion } = core.ports.poe
  const version = `${readerVersion} ${checkerVersion}`
  core.store.write((store) => {
    renewCheckKeys(store)
    if (findValue(store, 'checker_version', z.string()) === version) return
    forgetReports(store)
    putValue(store, 'checker_version', version)
  })
}
