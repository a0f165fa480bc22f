/** As on paper: the words belong to neither side. */
export * from '../../src-preload/words/statusWords.ts'
