import { useTranslate } from 'ra-core';
import { BarRows } from '../ui/BarRows.js';
import { Section } from '../ui/Section.js';
import { useFormat } from '../ui/useFormat.js';
import type { OverviewProps } from './types.js';

/** How many members each tier has, the highest first, and how many customers have none yet. */
export function TiersChart({ overview }: OverviewProps) {
  const translate = useTranslate();
  const { text } = useFormat();
  const tiers = overview.membersByTier.map(({ tier, count }) => ({ name: text(tier.name), colour: tier.color, count }));
  const rows = [...tiers].reverse();
  rows.push({ name: translate('app.noTier'), colour: '#9aa39e', count: overview.noTier });
  return (
    <Section title="home.membersByTier">
      <BarRows label="home.membersByTier" names="app.tier" counted="home.count" rows={rows} />
    </Section>
  );
}
