/**
 * What happens to the order to wipe a workstation, in its order: a lead or the office that looks after the machines gives it, and may take
 * it back until the workstation has `begun`, which it says before it touches anything; `done` = nothing is left there.
 */
export const WIPE_ACTS = ['ordered', 'taken_back', 'begun', 'done'] as const
export type WipeAct = (typeof WIPE_ACTS)[number]

/** The longest reason, in characters. */
export const LONGEST_WIPE_REASON = 500
