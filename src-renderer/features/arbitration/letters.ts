/** As on paper: the letters belong to neither side. */
export * from '../../../src-preload/words/letters.ts'
