import { useAsk } from '../api/ask.js';
import { TierChoicesDocument } from '../api/generated/operations.js';
import { MoveMatrix } from '../ui/MoveMatrix.js';
import { TierName } from '../ui/values.js';
import { countOf, tiersOf } from './impact.js';
import type { Impact } from './types.js';

/** How many customers move from tier to tier. */
export function ImpactMatrix({ impact }: { impact: Impact }) {
  const { data } = useAsk('tierChoices', TierChoicesDocument);
  const tiers = tiersOf(
    impact.pairs,
    data?.tiers.map(({ code }) => code),
  );
  return (
    <MoveMatrix
      title="program.fromTo"
      places={tiers.map((tier) => ({ key: tier?.code ?? 'none', name: <TierName tier={tier} /> }))}
      count={(from, to) => countOf(impact.pairs, tiers[from] ?? null, tiers[to] ?? null)}
    />
  );
}
