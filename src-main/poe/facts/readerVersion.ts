/** Changes whenever the same bytes may give other facts; facts are cached per document hash and this version. */
export const READER_VERSION = 'reader-1.10'
