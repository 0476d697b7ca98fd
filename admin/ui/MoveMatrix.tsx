import { Box, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { useFormat } from './useFormat.js';

interface MoveMatrixProps {
  /** Translation key of the heading. */
  title: string;
  /** What one moves between, the lowest first. */
  places: readonly { key: string; name: ReactNode }[];
  /** How many move from one place to another, by their positions. */
  count: (from: number, to: number) => number;
}

/** From (down) to (across), with the number of customers where they meet; who stays lies on the diagonal. */
export function MoveMatrix({ title, places, count }: MoveMatrixProps) {
  const translate = useTranslate();
  const { number } = useFormat();
  const look = (from: number, to: number, moved: number) => {
    if (from === to) return { bgcolor: 'action.hover' };
    if (moved === 0) return {};
    return { color: to > from ? 'success.main' : 'warning.main', fontWeight: 650 };
  };
  return (
    <Box>
      <Typography variant="subtitle1" component="h3" sx={{ mb: 1 }}>
        {translate(title)}
      </Typography>
      <TableContainer tabIndex={0} role="region" aria-label={translate(title)}>
        <Table
          size="small"
          sx={{ width: 'auto', '& td, & th': { border: 1, borderColor: 'divider', px: { xs: 0.75, sm: 1.25 } } }}
        >
          <TableHead>
            <TableRow>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{translate('app.fromDown')}</TableCell>
              {places.map(({ key, name }) => (
                <TableCell key={key} align="right" sx={{ whiteSpace: 'nowrap' }}>
                  {name}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {places.map((from, row) => (
              <TableRow key={from.key}>
                <TableCell component="th" scope="row" sx={{ whiteSpace: 'nowrap' }}>
                  {from.name}
                </TableCell>
                {places.map((to, column) => {
                  const moved = count(row, column);
                  return (
                    <TableCell key={to.key} align="right" sx={look(row, column, moved)}>
                      {moved === 0 ? '·' : number(moved)}
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
