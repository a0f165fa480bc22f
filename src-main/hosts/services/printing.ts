/** How every host prints: both kinds of browser call it the same. */
export const PRINT_OPTIONS = {
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
} as const

/** For one page of ours, however many sheets it becomes. */
export const PRINT_MS = 60_000

/** Rejects when `ms` have passed; what was waited for goes on and is forgotten. */
export async function within<Value>(ms: number, waited: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error('It took too long')), ms)
  })
  try {
    return await Promise.race([waited, late])
  } finally {
    clearTimeout(timer)
  }
}
