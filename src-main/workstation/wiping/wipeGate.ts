/**
 * Shut from the last look at what is unsent until the profile is gone: whatever were accepted in between would go with it. Open again when
 * the order turns out to be taken back, or the hub goes away before it has what was handed over.
 */
export interface WipeGate {
  isShut(): boolean
  shut(): void
  open(): void
}

export function createWipeGate(): WipeGate {
  let isShut = false
  return {
    isShut: () => isShut,
    shut() {
      isShut = true
    },
    open() {
      isShut = false
    },
  }
}
