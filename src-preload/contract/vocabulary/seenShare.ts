/** Share of a page from which it counts as seen: margins need no look. */
export const SEEN_SHARE = 0.9
