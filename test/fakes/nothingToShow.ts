import { compareFacts } from '../../src-main/poe/compare/compareFacts.ts'
import type { PoePort } from '../../src-main/workstation/ports.ts'

/** A reader of papers that hold no other files, no pictures and no words. */
export const NOTHING_TO_SHOW: Pick<PoePort, 'unpack' | 'paint' | 'look' | 'cut' | 'compare'> = {
  unpack: () => Promise.resolve(null),
  cut: async (_bytes, places) => places.map(() => null),
  paint: () => Promise.resolve([]),
  look: () => Promise.resolve(null),
  compare: async (before, after) => compareFacts(before, after),
}
