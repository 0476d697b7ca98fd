import Join from '@mui/icons-material/JoinInnerOutlined';
import { Box } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useAsk } from '../../api/ask.js';
import { SegmentOverlapOfDocument } from '../../api/generated/operations.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { MiniTable } from '../../ui/MiniTable.js';
import { useFormat } from '../../ui/useFormat.js';
import { Failed, Waiting } from '../../ui/Waiting.js';
import { useSegmentChoices } from '../choices.js';
import type { SegmentRecord } from '../types.js';
import { ManyOf } from '../values/ChoiceValue.js';
import { OverlapBars } from './OverlapBars.js';

/** The API compares five segments at most, this one among them. */
const OTHERS = 4;

/** How far this segment consists of the same customers as others (S7). */
export function OverlapTab({ segment }: { segment: SegmentRecord }) {
  const translate = useTranslate();
  const { number } = useFormat();
  const choices = useSegmentChoices().filter(({ id }) => id !== segment.id);
  const [others, setOthers] = useState<string[]>([]);
  const input = { ids: [segment.id, ...others] };
  const { data, error } = useAsk(
    'segmentOverlap',
    SegmentOverlapOfDocument,
    { input },
    { enabled: others.length > 0, costly: true },
  );
  const overlap = others.length > 0 ? data?.segmentOverlap : undefined;
  return (
    <Box sx={{ p: 2.5, display: 'grid', gap: 2.5 }}>
      <Box sx={{ display: 'flex' }}>
        <ManyOf
          label={translate('segments.overlap.with')}
          placeholder={translate('segments.overlap.pick')}
          options={choices}
          chosen={others}
          onChange={(ids) => setOthers(ids.slice(0, OTHERS))}
        />
      </Box>
      {error ? <Failed error={error} /> : null}
      {others.length === 0 ? (
        <EmptyState dense icon={<Join />} title="segments.overlap.none" hint="segments.overlap.noneHint" />
      ) : null}
      {others.length > 0 && !overlap && !error ? <Waiting lines={4} /> : null}
      {overlap ? (
        <>
          <OverlapBars overlap={overlap} />
          <MiniTable
            label="segments.overlap.sizes"
            rows={overlap.sizes}
            rowKey={(row) => row.segment.id}
            columns={[
              { title: 'segments.segment', cell: (row) => row.segment.name },
              { title: 'resources.segments.fields.members', number: true, cell: (row) => number(row.members) },
            ]}
          />
        </>
      ) : null}
    </Box>
  );
}
