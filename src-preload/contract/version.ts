/** Goes up whenever the fingerprint of the contract changes; a test holds the two together. */
export const CONTRACT_VERSION = 27
