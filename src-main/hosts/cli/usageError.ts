/** The caller asked wrongly; the message says what to do. Ends with exit code 2. */
export class UsageError extends Error {}
