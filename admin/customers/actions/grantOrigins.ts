/** Why a person may give a benefit; the other origins are what Liuke gives by rule, and the server refuses them here. */
export const ORIGINS_BY_HAND = ['MANUAL', 'COMPENSATION', 'CAMPAIGN'] as const;
