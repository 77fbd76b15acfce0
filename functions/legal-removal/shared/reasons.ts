/** The reason shown on a case whose effect stays unproven while Writ goes on trying by itself. */
export const EFFECT_UNPROVEN = 'EffectUnproven';
