/**
 * Whether a value means the same as JSON and as a structured clone: null, booleans, finite numbers, strings, and arrays and
 * plain objects of these. One door would carry a Date, a Map or undefined and the other would not, so both refuse them.
 */
export function isPlainJson(value: unknown, depth = 0): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  // Deeper than any method asks for; also ends circular values.
  if (typeof value !== 'object' || depth > 32) return false
  if (Array.isArray(value)) return Array.from(value).every((entry) => isPlainJson(entry, depth + 1))
  if (Object.prototype.toString.call(value) !== '[object Object]') return false
  return Object.values(value).every((entry) => isPlainJson(entry, depth + 1))
}
