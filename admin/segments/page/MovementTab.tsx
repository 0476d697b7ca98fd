import CompareArrows from '@mui/icons-material/CompareArrowsOutlined';
import { Box, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useAsk } from '../../api/ask.js';
import {
  type SegmentDirection,
  SegmentMovementsDocument,
  SegmentMovementTotalsDocument,
} from '../../api/generated/operations.js';
import { dayStart, toDay } from '../../ui/days.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { MoreTable } from '../../ui/MoreTable.js';
import { useFormat } from '../../ui/useFormat.js';
import { CustomerLink } from '../../ui/values.js';
import { Failed, Waiting } from '../../ui/Waiting.js';
import type { SegmentRecord } from '../types.js';
import { DayBox } from '../values/DayValue.js';
import { MovementChart } from './MovementChart.js';

const DAY = 86_400_000;

/** How the segment grew and shrank since a day, and who came and went (S7). */
export function MovementTab({ segment }: { segment: SegmentRecord }) {
  const translate = useTranslate();
  const { timeZone, minute, number } = useFormat();
  const [since, setSince] = useState(() => toDay(new Date(Date.now() - 90 * DAY).toISOString(), timeZone));
  const [direction, setDirection] = useState<SegmentDirection>('ENTERED');
  const variables = { id: segment.id, since: dayStart(since, timeZone) };
  const { data, error } = useAsk('segmentMovementTotals', SegmentMovementTotalsDocument, variables);
  const points = data?.segment?.movementTotals;
  const sum = (name: 'entered' | 'left') => (points ?? []).reduce((total, point) => total + point[name], 0);
  return (
    <Box>
      <Box sx={{ p: 2.5, display: 'grid', gap: 2 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
          <DayBox label={translate('segments.since')} value={since} onChange={(day) => day && setSince(day)} />
          {points && points.length > 0 ? (
            <Typography variant="body2" color="text.secondary">
              {translate('segments.movement.sum', { entered: number(sum('entered')), left: number(sum('left')) })}
            </Typography>
          ) : null}
        </Box>
        {error ? <Failed error={error} /> : null}
        {!error && !points ? <Waiting lines={5} /> : null}
        {points?.length === 0 ? (
          <EmptyState dense icon={<CompareArrows />} title="segments.movement.none" hint="segments.movement.noneHint" />
        ) : null}
        {points && points.length > 0 ? <MovementChart points={points} /> : null}
      </Box>
      <Box sx={{ px: 2.5, pb: 1 }}>
        <ToggleButtonGroup
          exclusive
          size="small"
          value={direction}
          onChange={(_event, next: SegmentDirection | null) => next && setDirection(next)}
          aria-label={translate('app.direction')}
        >
          <ToggleButton value="ENTERED">{translate('enums.SegmentDirection.ENTERED')}</ToggleButton>
          <ToggleButton value="LEFT">{translate('enums.SegmentDirection.LEFT')}</ToggleButton>
        </ToggleButtonGroup>
      </Box>
      <MoreTable
        name="segmentMovements"
        query={SegmentMovementsDocument}
        variables={{ ...variables, direction }}
        read={(answer) => answer.segment?.movements}
        rowKey={(row) => `${row.customer.id} ${row.at}`}
        label={`enums.SegmentDirection.${direction}`}
        empty={
          <EmptyState
            dense
            icon={<CompareArrows />}
            title="segments.movement.nobody"
            hint="segments.movement.nobodyHint"
          />
        }
        columns={[
          { title: 'app.customer', cell: (row) => <CustomerLink customer={row.customer} /> },
          { title: 'app.at', cell: (row) => minute(row.at) },
        ]}
      />
    </Box>
  );
}
