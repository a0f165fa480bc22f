/** Says in one sentence what is wrong with the flags. */
export class BadFlags extends Error {
  override readonly name = 'BadFlags'
}
