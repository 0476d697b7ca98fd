import { Box, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Fact, Facts } from '../../ui/Section.js';
import { useFormat } from '../../ui/useFormat.js';
import { Uses } from '../actions/ArchiveButton.js';
import { RuleSummary } from '../RuleSummary.js';
import type { SegmentRecord } from '../types.js';

/** What the segment is: its rules in plain words, what is done for its members, and the facts (S7, S8). */
export function OverviewTab({ segment }: { segment: SegmentRecord }) {
  const translate = useTranslate();
  const { minute } = useFormat();
  const { playbook, currentVersion } = segment;
  return (
    <Box sx={{ display: 'grid', gap: 3, p: 2.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '1fr 1fr' } }}>
      <Box component="section">
        <Typography variant="subtitle1" component="h2" gutterBottom>
          {translate('segments.rules')}
        </Typography>
        {segment.kind === 'LIST' ? (
          <Typography variant="body2">{translate('segments.isList')}</Typography>
        ) : (
          <RuleSummary rule={currentVersion.rules} />
        )}
      </Box>
      <Box component="section">
        <Typography variant="subtitle1" component="h2" gutterBottom>
          {translate('segments.playbook')}
        </Typography>
        <Typography variant="body2" sx={{ mb: 1 }}>
          {playbook.goal || translate('segments.noGoal')}
        </Typography>
        {playbook.actions.length > 0 ? (
          <Box component="ol" sx={{ m: 0, pl: 2.5, fontSize: '0.875rem' }}>
            {playbook.actions.map((action) => (
              <li key={action}>{action}</li>
            ))}
          </Box>
        ) : null}
      </Box>
      <Box sx={{ gridColumn: '1 / -1' }}>
        <Facts columns={4}>
          <Fact label="resources.segments.fields.owner">{segment.owner?.name ?? '–'}</Fact>
          <Fact label="segments.versionOf">{currentVersion.number}</Fact>
          <Fact label="resources.segments.fields.updatedAt">{minute(segment.updatedAt)}</Fact>
          <Fact label="segments.usedBy" wide>
            {segment.usedBy.length > 0 ? <Uses uses={segment.usedBy} /> : translate('segments.notUsed')}
          </Fact>
        </Facts>
      </Box>
    </Box>
  );
}
