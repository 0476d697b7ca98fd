import { Box, useTheme } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router-dom';
import { useFormat } from '../ui/useFormat.js';
import { averageOf, type Measure, measureOf, rulesOfSquare, type Square } from './matrix.js';
import type { RfmProps } from './RfmGrid.js';
import { shadeOf } from './shade.js';
import { useSegmentLink } from './useSegmentLink.js';

/** A square's number in the unit of what is looked at, short enough for a phone. */
function useSquareText(measure: Measure) {
  const { number, compact, compactMoney } = useFormat();
  return (square: Square): string => {
    const value = measureOf(square, measure);
    if (measure !== 'customers') return compactMoney(value);
    return value < 100_000 ? number(value) : compact(value);
  };
}

interface RfmSquareProps extends RfmProps {
  square: Square;
  /** The highest number of the matrix, which has the full colour. */
  most: number;
  /** Everybody in the matrix. */
  everybody: number;
}

/** One square: its number, its share, its colour; a link to the segment for who may build one. */
export function RfmSquare({ square, most, everybody, monetary, measure, asOf, words }: RfmSquareProps) {
  const translate = useTranslate();
  const { number, percent, moneyWhole } = useFormat();
  const { palette } = useTheme();
  const linkTo = useSegmentLink(asOf);
  const text = useSquareText(measure);
  if (square.customers === 0) {
    return <Box sx={{ ...SHAPE, color: 'text.secondary' }}>·</Box>;
  }
  // Square roots, because a handful of squares hold nearly everybody and the rest would all look alike.
  const share = Math.sqrt(measureOf(square, measure) / most);
  const { ground, ink } = shadeOf(share, palette.background.paper, palette.primary.main);
  const said = translate('levels.squareSaid', {
    recency: words.named('RECENCY', square.recency),
    frequency: words.named('FREQUENCY', square.frequency),
    customers: number(square.customers),
    share: percent(square.customers, everybody),
    spend: moneyWhole(String(square.spend)),
    average: moneyWhole(String(averageOf(square) ?? 0)),
  });
  const name = `${words.named('RECENCY', square.recency)}, ${words.named('FREQUENCY', square.frequency)}`;
  const link = linkTo(name, rulesOfSquare(square, monetary));
  return (
    <Box
      {...(link && { component: Link, ...link })}
      title={said}
      data-square={`R${square.recency}F${square.frequency}`}
      sx={{
        ...SHAPE,
        textDecoration: 'none',
        ...(link && { '&:hover': { outline: '2px solid', outlineColor: palette.secondary.main } }),
      }}
      style={{ backgroundColor: ground, color: ink }}
    >
      <Box component="span" sx={{ fontWeight: 650, fontSize: { xs: '0.8125rem', sm: '1.0625rem' } }}>
        {text(square)}
      </Box>
      <Box component="span" sx={{ fontSize: '0.75rem' }}>
        {percent(square.customers, everybody)}
      </Box>
      <Box component="span" sx={FOR_READERS}>
        {said}
      </Box>
    </Box>
  );
}

const SHAPE = {
  position: 'relative',
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  justifyContent: 'center',
  minHeight: { xs: 54, sm: 66 },
  borderRadius: 1.5,
  border: 1,
  borderColor: 'divider',
} as const;

/** Read out with the numbers, not shown beside them. */
const FOR_READERS = {
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const;
