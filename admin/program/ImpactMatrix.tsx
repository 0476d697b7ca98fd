import { Box, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useAsk } from '../api/ask.js';
import { TierChoicesDocument } from '../api/generated/operations.js';
import { useFormat } from '../ui/useFormat.js';
import { TierName } from '../ui/values.js';
import { countOf, tiersOf } from './impact.js';
import type { Impact } from './types.js';

const codeOf = (tier: { code: string } | null) => tier?.code ?? 'none';

/** From (down) to (across), with the number of customers where they meet; who stays lies on the diagonal. */
export function ImpactMatrix({ impact }: { impact: Impact }) {
  const translate = useTranslate();
  const { number } = useFormat();
  const { data } = useAsk('tierChoices', TierChoicesDocument);
  const tiers = tiersOf(
    impact.pairs,
    data?.tiers.map(({ code }) => code),
  );
  const tone = (from: number, to: number, count: number) => {
    if (count === 0) return undefined;
    if (from === to) return 'action.hover';
    return to > from ? 'success.main' : 'warning.main';
  };
  return (
    <Box>
      <Typography variant="subtitle1" component="h3" sx={{ mb: 1 }}>
        {translate('program.fromTo')}
      </Typography>
      <TableContainer tabIndex={0} role="region" aria-label={translate('program.fromTo')}>
        <Table size="small" sx={{ width: 'auto', '& td, & th': { border: 1, borderColor: 'divider' } }}>
          <TableHead>
            <TableRow>
              <TableCell>{translate('program.fromDown')}</TableCell>
              {tiers.map((tier) => (
                <TableCell key={codeOf(tier)} align="right">
                  <TierName tier={tier} />
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {tiers.map((from, row) => (
              <TableRow key={codeOf(from)}>
                <TableCell component="th" scope="row">
                  <TierName tier={from} />
                </TableCell>
                {tiers.map((to, column) => {
                  const count = countOf(impact.pairs, from, to);
                  const colour = tone(row, column, count);
                  return (
                    <TableCell
                      key={codeOf(to)}
                      align="right"
                      sx={{
                        color: row === column ? undefined : colour,
                        bgcolor: row === column ? 'action.hover' : undefined,
                        fontWeight: row !== column && count > 0 ? 650 : 400,
                      }}
                    >
                      {count === 0 ? '·' : number(count)}
                    </TableCell>
                  );
                })}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </Box>
  );
}
