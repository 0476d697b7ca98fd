import type { ProgramDraftQuery, ProgramVersionOneQuery } from '../api/generated/operations.js';

/** A version of the programme with everything in it. */
export type Version = NonNullable<ProgramVersionOneQuery['programVersion']>;

/** The draft with its impact, where that was computed. */
export type Draft = NonNullable<ProgramDraftQuery['programDraft']>;

/** What publishing a version would change. */
export type Impact = NonNullable<Draft['impact']>;

/** The body of a version, without its impact. */
export type VersionBody = Omit<Version, 'impact' | 'impactAt'>;
