/** The reason shown on a case whose effect stays unproven while Writ goes on trying by itself. */
export const EFFECT_UNPROVEN = 'EffectUnproven';
/** The reason shown on a case while the platform does not answer and Writ goes on trying by itself. */
export const PLATFORM_UNAVAILABLE = 'PlatformUnavailable';

/** The reason shown on a complaint that was upheld while something else is done about the case complained of. */
export const OTHER_CASE_BUSY = 'OtherCaseBusy';

/** Tells whether a case that waits for this reason goes on by itself once its effects are proven. */
export function isHealedByProof(reason: string): boolean {
  return reason === EFFECT_UNPROVEN || reason === PLATFORM_UNAVAILABLE;
}
