import type { WriteLetter } from '../../hub/demo/decideDemoCases.ts'

/** The templates, which the hub by itself does not need, are loaded with the first letter. */
export const writeLetter: WriteLetter = async (facts) => {
  const letters = await import('../../workstation/letters/draftLetter.ts')
  return letters.writeLetter(facts).text
}
