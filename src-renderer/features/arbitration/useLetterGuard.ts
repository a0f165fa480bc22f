import { useEffect, useState } from 'react'
import type { TextFinding } from '../../../src-preload/contract/claims.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { useStores } from '../../stores/Stores.tsx'

/** So long nothing may be typed before the core is asked. */
const QUIET_MS = 250

/** What the core finds in a letter that its party may not read; `onFound` hears it too, since one such letter holds all back. */
export function useLetterGuard(
  claimId: ClaimId,
  text: string,
  onFound?: (claimId: ClaimId, isLeaking: boolean) => void,
): readonly TextFinding[] {
  const { client } = useStores()
  const [found, setFound] = useState<{ readonly text: string; readonly findings: readonly TextFinding[] }>({
    text: '',
    findings: [],
  })
  useEffect(() => {
    if (text === '') return
    let isWanted = true
    const timer = setTimeout(() => {
      client
        .call('claims.guardText', { claimId, act: 'case_tell', reasons: [], items: [], note: '', text })
        .then(
          ({ findings }) => isWanted && setFound({ text, findings }),
          // Asked again by the act itself, which then says why it is refused.
          () => undefined,
        )
    }, QUIET_MS)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [client, claimId, text])
  // Places of another text would point at other words.
  const findings = found.text === text ? found.findings : []
  const isLeaking = findings.length > 0
  useEffect(() => {
    onFound?.(claimId, isLeaking)
    return () => onFound?.(claimId, false)
  }, [onFound, claimId, isLeaking])
  return findings
}
