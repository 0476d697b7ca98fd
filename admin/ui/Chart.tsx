import { Box, Button, Skeleton, useTheme } from '@mui/material';
import type { EChartsCoreOption } from 'echarts/core';
import { useTranslate } from 'ra-core';
import { lazy, Suspense, useId, useState } from 'react';
import { type MiniColumn, MiniTable } from './MiniTable.js';

const ChartCanvas = lazy(() => import('./ChartCanvas.js'));

interface ChartProps<T> {
  /** Translation key of what the chart shows. */
  label: string;
  option: (colours: ChartColours) => EChartsCoreOption;
  height?: number;
  /** The same numbers as a table, for screen readers and for whoever wants to read them. */
  rows: readonly T[];
  columns: readonly MiniColumn<T>[];
  rowKey: (row: T) => string;
}

/** The colours of the theme, for series and axes. */
export interface ChartColours {
  primary: string;
  accent: string;
  quiet: string;
  line: string;
  text: string;
  paper: string;
}

/** A chart whose numbers can also be read as a table. */
export function Chart<T>({ label, option, height = 220, rows, columns, rowKey }: ChartProps<T>) {
  const translate = useTranslate();
  const { palette } = useTheme();
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  const colours: ChartColours = {
    primary: palette.primary.main,
    accent: palette.secondary.main,
    quiet: palette.text.secondary,
    line: palette.divider,
    text: palette.text.primary,
    paper: palette.background.paper,
  };
  return (
    <Box>
      <Box id={id}>
        {asTable ? (
          <Box sx={{ maxHeight: height, overflow: 'auto' }}>
            <MiniTable label={label} rows={rows} columns={columns} rowKey={rowKey} />
          </Box>
        ) : (
          <Box role="img" aria-label={translate(label)} sx={{ height }}>
            <Suspense fallback={<Skeleton variant="rounded" height={height} />}>
              <ChartCanvas option={option(colours)} />
            </Suspense>
          </Box>
        )}
      </Box>
      <Box sx={{ textAlign: 'right', mt: 0.5 }}>
        <Button
          size="small"
          color="inherit"
          aria-controls={id}
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
          sx={{ color: 'text.secondary' }}
        >
          {translate(asTable ? 'app.asChart' : 'app.asTable')}
        </Button>
      </Box>
    </Box>
  );
}
