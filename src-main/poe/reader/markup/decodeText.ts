/** Text of unmarked bytes: by its mark, as UTF-16 where every second byte is empty, as UTF-8 where that fits, else as Windows does. */
export function decodeText(bytes: Uint8Array): string {
  const wide = utf16Of(bytes)
  if (wide !== null) return new TextDecoder(wide).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Which UTF-16 the bytes are in; null = none. */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = bytes.subarray(0, 200)
  if (head.length < 8) return null
  const empty = [0, 1].map((parity) => head.filter((byte, i) => i % 2 === parity && byte === 0).length)
  const half = head.length / 2
  if ((empty[1] ?? 0) > half * 0.7 && (empty[0] ?? 0) < half * 0.2) return 'utf-16le'
  return (empty[0] ?? 0) > half * 0.7 && (empty[1] ?? 0) < half * 0.2 ? 'utf-16be' : null
}
