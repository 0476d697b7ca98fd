import { Link } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Link as RouterLink } from 'react-router-dom';
import { MiniTable } from '../ui/MiniTable.js';
import { useFormat } from '../ui/useFormat.js';
import { averageOf, measureOf, rulesOfSquare, totalOf } from './matrix.js';
import type { RfmProps } from './RfmGrid.js';
import { useSegmentLink } from './useSegmentLink.js';

/** The squares of the matrix as rows, the largest of what is looked at first. */
export function RfmTable({ squares, monetary, measure, asOf, words }: RfmProps) {
  const translate = useTranslate();
  const { number, percent, moneyWhole } = useFormat();
  const linkTo = useSegmentLink(asOf);
  const everybody = totalOf(squares).customers;
  const rows = squares
    .filter(({ customers }) => customers > 0)
    .sort((a, b) => measureOf(b, measure) - measureOf(a, measure));
  return (
    <MiniTable
      label="levels.matrixTable"
      rows={rows}
      rowKey={(row) => `${row.recency}${row.frequency}`}
      columns={[
        {
          title: 'levels.bands',
          cell: (row) => {
            const name = `${words.named('RECENCY', row.recency)} · ${words.named('FREQUENCY', row.frequency)}`;
            const link = linkTo(name, rulesOfSquare(row, monetary));
            return link ? (
              <Link component={RouterLink} {...link} aria-label={translate('levels.buildSegmentOf', { name })}>
                {name}
              </Link>
            ) : (
              name
            );
          },
        },
        { title: 'levels.customers', number: true, cell: (row) => number(row.customers) },
        { title: 'home.share', number: true, cell: (row) => percent(row.customers, everybody) },
        { title: 'levels.spend', number: true, cell: (row) => moneyWhole(String(row.spend)) },
        { title: 'levels.average', number: true, cell: (row) => moneyWhole(String(averageOf(row) ?? 0)) },
      ]}
    />
  );
}
