/** Asked for otherwise than the usage says. */
export class TaskRefused extends Error {
  override readonly name = 'TaskRefused'
}
