import type { ClaimCheck } from '../../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimCheckName, Verdict } from '../../../../src-preload/contract/vocabulary/words.ts'
import { sentenceOf, type SentenceCode, type SentenceValues } from '../sentences.ts'

export function claimCheck(
  name: ClaimCheckName,
  verdict: Verdict,
  code: SentenceCode,
  values: SentenceValues,
  evidence: ClaimCheck['evidence'] = [],
): ClaimCheck {
  return {
    check: name,
    verdict,
    sentence: sentenceOf(code, values),
    say: { code, values: { ...values } },
    evidence,
  }
}
