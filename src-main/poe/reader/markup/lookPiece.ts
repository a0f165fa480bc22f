import type { LookPiece } from '../../facts/documentLook.ts'
import type { FlowPage } from '../flow/flowPage.ts'
import type { Inlays } from './inlays.ts'

/** What was shown beside the words of a page that is laid out, with its place. What found no room on it is left out. */
export function lookPiece(
  { said, pictures }: Inlays,
  { inlays }: FlowPage,
  differing: LookPiece['differing'],
): LookPiece {
  return {
    piece: 'look',
    inlays: said.flatMap((one, id) => {
      const box = inlays.get(id)
      return box ? [{ box, said: one }] : []
    }),
    pictures: pictures.map((bytes) => Buffer.from(bytes).toString('base64')),
    differing,
  }
}
