import ChevronLeft from '@mui/icons-material/ChevronLeft';
import ChevronRight from '@mui/icons-material/ChevronRight';
import { Box, IconButton, MenuItem, Select, Typography } from '@mui/material';
import { useListContext, useTranslate } from 'ra-core';
import { useFormat } from './useFormat.js';

const SIZES = [10, 25, 50, 100];

/**
 * Previous and next, page size and place in the list. It never offers a jump into the depth of a million rows: from
 * page to page the data provider goes on by cursor, which works at any depth.
 */
export function BoundedPagination() {
  const translate = useTranslate();
  const { number } = useFormat();
  const list = useListContext();
  const { page, perPage, total, hasNextPage, hasPreviousPage, setPage, setPerPage, data, isPending } = list;
  if (isPending || !data || (page === 1 && data.length === 0)) return null;
  const from = (page - 1) * perPage + 1;
  const until = from + data.length - 1;
  const next = hasNextPage ?? (total !== undefined && until < total);
  return (
    <Box
      component="nav"
      aria-label={translate('app.pages')}
      sx={{ display: 'flex', alignItems: 'center', justifyContent: 'flex-end', gap: 0.5, px: 1, py: 0.75 }}
    >
      <Select
        variant="standard"
        disableUnderline
        value={perPage}
        onChange={(event) => setPerPage(Number(event.target.value))}
        inputProps={{ 'aria-label': translate('ra.navigation.page_rows_per_page') }}
        sx={{ fontSize: '0.8125rem', mr: 1, color: 'text.secondary' }}
      >
        {SIZES.map((size) => (
          <MenuItem key={size} value={size}>
            {translate('app.perPage', { count: size })}
          </MenuItem>
        ))}
      </Select>
      <Typography variant="body2" color="text.secondary" aria-live="polite">
        {translate(total === undefined ? 'app.rangeOpen' : 'app.range', {
          from: number(from),
          until: number(until),
          total: number(total),
        })}
      </Typography>
      <IconButton
        disabled={!(hasPreviousPage ?? page > 1)}
        onClick={() => setPage(page - 1)}
        aria-label={translate('ra.navigation.previous')}
      >
        <ChevronLeft />
      </IconButton>
      <IconButton disabled={!next} onClick={() => setPage(page + 1)} aria-label={translate('ra.navigation.next')}>
        <ChevronRight />
      </IconButton>
    </Box>
  );
}
