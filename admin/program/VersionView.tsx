import { Box } from '@mui/material';

import { MiniTable } from '../ui/MiniTable.js';
import { Section } from '../ui/Section.js';
import { useFormat } from '../ui/useFormat.js';
import { TierName } from '../ui/values.js';
import { BenefitTable } from './BenefitTable.js';
import { SettingsFacts } from './SettingsFacts.js';
import type { VersionBody } from './types.js';

interface VersionViewProps {
  version: VersionBody;
  /** Members and stock as they are now; only for the version in force. */
  tiers?: readonly { code: string; memberCount: number }[];
  benefits?: readonly { code: string; stock: number | null; stockUsed: number }[];
}

/** A version to read: rules, tiers, benefits and which tier gets which. */
export function VersionView({ version, tiers, benefits }: VersionViewProps) {
  const { money, number } = useFormat();
  const members = new Map(tiers?.map((tier) => [tier.code, tier.memberCount]));
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Section title="program.tiers" flush>
        <MiniTable
          label="program.tiers"
          rows={version.tiers}
          rowKey={(row) => row.code}
          columns={[
            { title: 'app.tier', cell: (row) => <TierName tier={row} /> },
            { title: 'program.spendThreshold', number: true, cell: (row) => money(row.spendThreshold) },
            { title: 'program.pointsThreshold', number: true, cell: (row) => number(row.pointsThreshold) },
            {
              title: 'program.benefitCount',
              number: true,
              cell: (row) => number(version.benefits.filter((one) => one.tierCodes.includes(row.code)).length),
            },
            ...(tiers
              ? [
                  {
                    title: 'program.members',
                    number: true,
                    cell: (row: { code: string }) => number(members.get(row.code) ?? 0),
                  },
                ]
              : []),
          ]}
        />
      </Section>
      <Section title="program.settings">
        <SettingsFacts settings={version.settings} />
      </Section>
      <BenefitTable version={version} stocks={benefits} />
    </Box>
  );
}
