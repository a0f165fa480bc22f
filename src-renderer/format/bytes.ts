const MB = 1_000_000

/** In megabytes or gigabytes of powers of ten, as the budget is set. At least one megabyte, so that nothing counts as nothing. */
export function formatBytes(locale: string, bytes: number): string {
  const isLarge = bytes >= 1000 * MB
  const value = bytes === 0 ? 0 : isLarge ? bytes / (1000 * MB) : Math.max(1, Math.round(bytes / MB))
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: isLarge ? 'gigabyte' : 'megabyte',
    maximumFractionDigits: isLarge ? 1 : 0,
  }).format(value)
}
