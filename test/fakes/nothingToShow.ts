import type { PoePort } from '../../src-main/workstation/ports.ts'

/** A reader of papers that hold no other files and no pictures. */
export const NOTHING_TO_SHOW: Pick<PoePort, 'unpack' | 'paint'> = {
  unpack: () => Promise.resolve(null),
  paint: () => Promise.resolve([]),
}
