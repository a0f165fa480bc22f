export { DecidedVerdict } from '../../../src-preload/contract/vocabulary/decidedVerdictShape.ts'
