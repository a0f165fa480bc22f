/** Where anchors are kept, outside the database. It only ever gets new ones. */
export interface AnchorPlace {
  /** For people. */
  readonly name: string
  /** The numbers that are there, smallest first. */
  numbers(): Promise<number[]>
  /** Null = there is none of this number. */
  read(number: number): Promise<Uint8Array | null>
  /**
   * Puts an anchor where there is none of this number; on the disk when it resolves.
   * @returns false when there is one: another hub was first.
   */
  writeNew(number: number, bytes: Uint8Array): Promise<boolean>
}

/** Numbers sort as their names do. */
export const nameOf = (number: number): string => `anchor-${String(number).padStart(10, '0')}.json`

/** Null = not the name of an anchor. */
export function numberOf(name: string): number | null {
  const digits = /^anchor-(\d{10})\.json$/.exec(name)?.[1]
  return digits === undefined || Number(digits) === 0 ? null : Number(digits)
}

export const numbersOf = (names: readonly string[]): number[] =>
  names.flatMap((name) => numberOf(name) ?? []).toSorted((a, b) => a - b)
