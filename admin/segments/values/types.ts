import type { Draft } from '../builder/tree.js';
import type { FieldInfo } from '../types.js';

/** What every value editor of a condition gets. */
export interface ValueProps {
  info: FieldInfo;
  draft: Draft;
  /** Merges into the condition. */
  set: (patch: Draft) => void;
  /** What the API said about the value, in words. */
  error?: string;
  /** Whether an empty value is marked, because somebody wants to save. */
  strict: boolean;
}
