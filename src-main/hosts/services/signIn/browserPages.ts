/**
 * What the system’s browser shows once the directory has answered: words in both languages, since nothing is known there of the person’s
 * choice. Nothing of the answer stands in it.
 */
const page = (english: string, italian: string): string =>
  `<!doctype html><meta charset="utf-8"><title>Proofdesk</title>` +
  `<meta name="viewport" content="width=device-width"><body style="font:16px/24px system-ui;margin:15vh auto;max-width:32rem;padding:0 1rem">` +
  `<h1 style="font-size:20px">Proofdesk</h1><p>${english}</p><p lang="it">${italian}</p>`

export const successPage = page(
  'You can close this tab and go back to Proofdesk.',
  'Può chiudere questa scheda e tornare a Proofdesk.',
)
export const troublePage = page(
  'You were not signed in. Go back to Proofdesk and try again.',
  'L’accesso non è riuscito. Torni a Proofdesk e riprovi.',
)
