import { Box, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'ra-core';
import { BANDS } from './codes.js';
import { type Measure, measureOf, type Square, totalOf } from './matrix.js';
import { RfmSquare } from './RfmSquare.js';
import type { useLevelWords } from './useLevelWords.js';

export interface RfmProps {
  squares: readonly Square[];
  /** The monetary bands looked at; empty: all. */
  monetary: readonly number[];
  measure: Measure;
  asOf: string | null;
  words: ReturnType<typeof useLevelWords>;
}

function BandHead({ short, text }: { short: string; text: string }) {
  return (
    <>
      <Box component="span" sx={{ display: 'block', fontWeight: 650, color: 'text.primary' }}>
        {short}
      </Box>
      <Box component="span" sx={{ fontSize: '0.75rem', fontWeight: 400 }}>
        {text}
      </Box>
    </>
  );
}

/** Recency across, frequency down, the best at the top left; the darker, the more. A square opens its segment (S1, S2). */
export function RfmGrid(shown: RfmProps) {
  const translate = useTranslate();
  const { squares, measure, words } = shown;
  const most = Math.max(1, ...squares.map((square) => measureOf(square, measure)));
  const everybody = totalOf(squares).customers;
  return (
    <TableContainer tabIndex={0} role="region" aria-label={translate('levels.matrix')}>
      <Table size="small" sx={{ tableLayout: 'fixed', '& td, & th': { border: 0, p: '3px', lineHeight: 1.25 } }}>
        <TableHead>
          <TableRow>
            <TableCell sx={{ width: { xs: 70, sm: 110 }, fontSize: '0.75rem' }}>{translate('levels.corner')}</TableCell>
            {BANDS.map((band) => (
              <TableCell key={band} align="center" scope="col">
                <BandHead short={`R${band}`} text={words.band('RECENCY', band)} />
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {BANDS.map((frequency) => (
            <TableRow key={frequency}>
              <TableCell component="th" scope="row" sx={{ color: 'text.secondary' }}>
                <BandHead short={`F${frequency}`} text={words.band('FREQUENCY', frequency)} />
              </TableCell>
              {squares
                .filter((square) => square.frequency === frequency)
                .map((square) => (
                  <TableCell key={square.recency} align="center">
                    <RfmSquare {...shown} square={square} most={most} everybody={everybody} />
                  </TableCell>
                ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
