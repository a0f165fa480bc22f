import type { SignatureProblem } from '../../../facts/factWords.ts'
import type { SignatureEntry } from './signatureEntries.ts'

export type SignedRange =
  | {
      /** Offset behind the last signed byte. */
      readonly end: number
      readonly parts: readonly Uint8Array[]
      readonly container: Uint8Array
    }
  | {
      readonly problem: SignatureProblem
      /** What of the trick catalogue it is. */
      readonly flag: 'signature_malformed' | 'signature_wrapping'
    }

/** ISO 32000 12.8.1: the two ranges cover everything but exactly the string of /Contents, its brackets included. */
export function signedRange({ range, contents, dict }: SignatureEntry, bytes: Uint8Array): SignedRange {
  const odd = { problem: 'byte_range_odd', flag: 'signature_malformed' } as const
  const [a = -1, b = 0, c = 0, d = 0] = range ?? []
  const whole = range?.length === 4 && range.every((part) => Number.isSafeInteger(part) && part >= 0)
  if (!whole || a !== 0 || b <= 0 || c <= b || d <= 0 || c + d > bytes.length) return odd
  if (dict.repeated.some((key) => key === 'ByteRange' || key === 'Contents')) return odd
  if (!contents?.hex || contents.text === '') return odd
  if (contents.start !== b || contents.end !== c) {
    const isWider = b <= contents.start && contents.end <= c
    return {
      problem: 'gap_is_not_contents',
      flag: isWider || !isHex(bytes, b, c) ? 'signature_wrapping' : 'signature_malformed',
    }
  }
  return {
    end: c + d,
    parts: [bytes.subarray(0, b), bytes.subarray(c, c + d)],
    container: Buffer.from(contents.text, 'latin1'),
  }
}

const isHex = (bytes: Uint8Array, start: number, end: number): boolean =>
  /^<?[\s0-9a-fA-F]*>?$/u.test(
    Buffer.from(bytes.subarray(start, Math.min(end, start + 200_000))).toString('latin1'),
  )
