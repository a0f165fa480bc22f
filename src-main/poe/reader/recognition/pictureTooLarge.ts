/** A picture whose head tells more pixels or frames than are decoded. Thrown before any of them is. */
export class PictureTooLarge extends Error {
  override readonly name = 'PictureTooLarge'
}
