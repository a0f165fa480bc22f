/** The wire's words for what a command becomes. Only this folder knows the hub's schemas. */
export type { OperationAction } from '../../hub/api/operations.ts'
