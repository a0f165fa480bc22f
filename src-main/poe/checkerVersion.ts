/** Changes whenever the same facts may give another verdict; findings are cached by it. */
export const CHECKER_VERSION = 'checks-1.12'
