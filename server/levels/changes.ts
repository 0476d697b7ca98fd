import type { LevelChange } from '../../schema/levels/change.js';

/** A change of a level as a plain row. */
export type LevelChangeRow = LevelChange;
