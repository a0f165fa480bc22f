interface Joined {
  /** Null = it is a party still. */
  readonly left: unknown
}

/** Those that have not left. */
export const livingParties = <Party extends Joined>(parties: readonly Party[]): Party[] =>
  parties.filter(({ left }) => left === null)
