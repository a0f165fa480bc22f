/** Who committed what when, and who saw it when: the feed's lag is the time between. All instants in epoch milliseconds. */
export function createTraffic() {
  const commits = new Map<string, { readonly revision: number; readonly at: number }[]>()
  const lags: number[] = []
  const pushes: number[] = []
  let isMeasuring = false
  return {
    lags,
    pushes,
    /** From now on figures count: what everybody reads at the start is not a lag. */
    begin() {
      isMeasuring = true
    },
    /** From now on nobody reads by their own clock any more: what is read later is not a lag either. */
    end() {
      isMeasuring = false
    },
    /** Whether somebody who knows these revisions has seen all that was committed. */
    hasAllIn(known: (claimId: string) => number): boolean {
      for (const [claimId, all] of commits) if ((all.at(-1)?.revision ?? 0) > known(claimId)) return false
      return true
    },
    committed(claimId: string, revision: number, at: number) {
      const known = commits.get(claimId) ?? []
      known.push({ revision, at })
      commits.set(claimId, known)
    },
    /** Somebody who knew the claim at `before` now knows it at `revision`. */
    seen(claimId: string, before: number, revision: number, at: number) {
      if (!isMeasuring) return
      for (const commit of commits.get(claimId) ?? [])
        if (commit.revision > before && commit.revision <= revision) lags.push(Math.max(0, at - commit.at))
    },
    pushed(ms: number) {
      if (isMeasuring) pushes.push(ms)
    },
  }
}
export type Traffic = ReturnType<typeof createTraffic>

/** The value that so large a share of the list does not exceed; 0 for an empty list. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
}
