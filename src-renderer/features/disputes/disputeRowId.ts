export const disputeRowId = (claimId: string) => `dispute-${claimId}`
