import { Link } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Link as RouterLink } from 'react-router-dom';
import { MiniTable } from '../ui/MiniTable.js';
import { Section } from '../ui/Section.js';
import { useFormat } from '../ui/useFormat.js';
import { colourOf } from './colours.js';
import { ShareBar } from './ShareBar.js';
import type { Overview } from './types.js';
import { useWhoLink } from './useWhoLink.js';

/** How many customers are of each value segment and what they have spent (S5). */
export function ValueSegments({ overview, asOf }: { overview: Overview; asOf: string | null }) {
  const translate = useTranslate();
  const { number, percent, moneyWhole } = useFormat();
  const linkTo = useWhoLink(asOf);
  const rows = overview.valueSegments;
  const customers = rows.reduce((sum, row) => sum + row.customers, 0);
  const spend = rows.reduce((sum, row) => sum + Number(row.spend), 0);
  return (
    <Section title="levels.valueSegments" flush>
      <MiniTable
        label="levels.valueSegments"
        rows={rows}
        rowKey={(row) => row.valueSegment}
        columns={[
          {
            title: 'levels.valueSegment',
            cell: ({ valueSegment }) => {
              const name = translate(`enums.ValueSegment.${valueSegment}`);
              const link = linkTo('VALUE_SEGMENT', valueSegment, name);
              return link ? (
                <Link component={RouterLink} {...link}>
                  {name}
                </Link>
              ) : (
                name
              );
            },
          },
          { title: 'levels.customers', number: true, cell: (row) => number(row.customers) },
          {
            title: 'levels.shareOfCustomers',
            cell: (row) => (
              <ShareBar
                share={customers > 0 ? row.customers / customers : 0}
                colour={colourOf(row.valueSegment)}
                text={percent(row.customers, customers)}
              />
            ),
          },
          { title: 'levels.spend', number: true, cell: (row) => moneyWhole(row.spend) },
          {
            title: 'levels.shareOfSpend',
            cell: (row) => (
              <ShareBar
                share={spend > 0 ? Number(row.spend) / spend : 0}
                colour={colourOf(row.valueSegment)}
                text={percent(Number(row.spend), spend)}
              />
            ),
          },
        ]}
      />
    </Section>
  );
}
