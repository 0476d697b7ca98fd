import CardGiftcard from '@mui/icons-material/CardGiftcardOutlined';
import { useTranslate } from 'ra-core';
import { EmptyState } from '../ui/EmptyState.js';
import { MiniTable } from '../ui/MiniTable.js';
import { Section } from '../ui/Section.js';
import { useFormat } from '../ui/useFormat.js';
import type { OverviewProps } from './types.js';

/** Which benefits are used most. */
export function TopBenefits({ overview }: OverviewProps) {
  const translate = useTranslate();
  const { text, number } = useFormat();
  return (
    <Section title="home.topBenefits" flush>
      {overview.topBenefits.length === 0 ? (
        <EmptyState dense icon={<CardGiftcard />} title="home.noRedemptions" hint="home.noRedemptionsHint" />
      ) : (
        <MiniTable
          label="home.topBenefits"
          rows={overview.topBenefits}
          rowKey={(row) => row.benefit.id}
          columns={[
            { title: 'app.benefit', cell: (row) => text(row.benefit.name) },
            { title: 'app.kind', cell: (row) => translate(`enums.BenefitKind.${row.benefit.kind}`) },
            { title: 'home.redemptions', number: true, cell: (row) => number(row.count) },
          ]}
        />
      )}
    </Section>
  );
}
