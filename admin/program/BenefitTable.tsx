import Check from '@mui/icons-material/Check';
import { Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { MiniTable } from '../ui/MiniTable.js';
import { Section } from '../ui/Section.js';
import { useFormat } from '../ui/useFormat.js';
import type { VersionBody } from './types.js';

type Benefit = VersionBody['benefits'][number];

interface BenefitTableProps {
  version: VersionBody;
  stocks?: readonly { code: string; stock: number | null; stockUsed: number }[];
}

/** Benefits down, tiers across (V3). */
export function BenefitTable({ version, stocks }: BenefitTableProps) {
  const translate = useTranslate();
  const { text, money, number } = useFormat();
  const stockOf = new Map(stocks?.map((one) => [one.code, one]));
  const quota = (one: Benefit) =>
    one.quota === null
      ? translate('app.unlimited')
      : `${number(one.quota)} / ${translate(`enums.QuotaPeriod.${one.quotaPeriod}`)}`;
  const stock = (one: Benefit) => {
    if (one.stock === null) return translate('app.unlimited');
    const used = stockOf.get(one.code)?.stockUsed;
    return used === undefined
      ? number(one.stock)
      : translate('program.stockLeft', { left: number(one.stock - used), stock: number(one.stock) });
  };
  return (
    <Section title="program.benefits" flush>
      <MiniTable
        label="program.benefits"
        rows={version.benefits}
        rowKey={(row) => row.code}
        columns={[
          {
            title: 'app.benefit',
            cell: (row) => (
              <>
                <Typography variant="body2" sx={{ fontWeight: 600 }}>
                  {text(row.name)}
                </Typography>
                <Typography variant="caption" color="text.secondary">
                  {translate(`enums.BenefitKind.${row.kind}`)}
                </Typography>
              </>
            ),
          },
          ...version.tiers.map((tier) => ({
            title: text(tier.name),
            cell: (row: Benefit) =>
              row.tierCodes.includes(tier.code) ? (
                <Check color="primary" fontSize="small" titleAccess={translate('ra.boolean.true')} />
              ) : null,
          })),
          { title: 'program.quota', cell: quota },
          { title: 'program.stock', number: true, cell: stock },
          { title: 'program.unitCost', number: true, cell: (row) => money(row.unitCost) },
        ]}
      />
    </Section>
  );
}
