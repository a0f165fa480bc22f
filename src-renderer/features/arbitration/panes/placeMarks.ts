import type { ViewerMark } from '../../../viewer-frame/messages.ts'
import { markIdOfPlace } from './casePanes.ts'
import type { PartyPlace } from './partyPlaces.ts'

/** Limits of the viewer's messages. */
const MOST_LABEL_CHARS = 2000
const MOST_QUADS = 2000

/** The marks on one paper of a party, numbered as the chips of the board. Places without a page have none. */
export const placeMarks = (
  places: readonly PartyPlace[],
  documentId: string,
  { letter, wordsOf }: { readonly letter: string; readonly wordsOf: (place: PartyPlace) => string },
): ViewerMark[] =>
  places.flatMap((place) =>
    place.documentId === documentId && place.page !== null
      ? [
          {
            id: markIdOfPlace(place.number),
            number: place.number,
            letter,
            page: place.page,
            quads: place.quads.slice(0, MOST_QUADS).map((quad) => [...quad]),
            label: wordsOf(place).slice(0, MOST_LABEL_CHARS),
            tone: place.tone,
          },
        ]
      : [],
  )
