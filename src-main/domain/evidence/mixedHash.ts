/** FNV-1a over UTF-16 units; another `seed`, another hash. */
export function hashOfText(text: string, seed = 0x811c9dc5): number {
  let hash = seed
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** Mixes the bits of a number in a way that is another for each `n`. */
export function mixed(value: number, n: number): number {
  let bits = Math.imul(value ^ Math.imul(n + 1, 0x9e3779b1), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}

export const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0')
