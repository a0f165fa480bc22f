/**
 * One text for one value: keys in the order of their UTF-16 units, no space, as RFC 8785 has it. Values are of JSON, of `undefined` fields
 * nothing is written.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  // No prototype: a key such as __proto__ is a key like others.
  const ordered: Record<string, unknown> = Object.create(null) as Record<string, unknown>
  for (const [key, inner] of Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    ordered[key] = sorted(inner)
  return ordered
}
