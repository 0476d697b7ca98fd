import { useAsk } from '../api/ask.js';
import { LevelsInForceDocument } from '../api/generated/operations.js';

/** The thresholds in force; every screen that names a band asks for them, and they are asked once. */
export function useLevels() {
  const { data, error } = useAsk('levelsInForce', LevelsInForceDocument);
  return { levels: data?.levels ?? null, asked: data !== undefined, error };
}
