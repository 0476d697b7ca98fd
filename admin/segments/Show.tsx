import { Box, Card, Tab, Tabs } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { ComponentType } from 'react';
import { useParams, useSearchParams } from 'react-router-dom';
import { useAsk } from '../api/ask.js';
import { SegmentOneDocument } from '../api/generated/operations.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { ExportsTab } from './page/ExportsTab.js';
import { MembersTab } from './page/MembersTab.js';
import { MovementTab } from './page/MovementTab.js';
import { OverlapTab } from './page/OverlapTab.js';
import { OverviewTab } from './page/OverviewTab.js';
import { ProfileTab } from './page/ProfileTab.js';
import { SegmentHeader } from './page/SegmentHeader.js';
import { VersionsTab } from './page/VersionsTab.js';
import type { SegmentRecord } from './types.js';

const TABS: [name: string, panel: ComponentType<{ segment: SegmentRecord }>][] = [
  ['overview', OverviewTab],
  ['members', MembersTab],
  ['profile', ProfileTab],
  ['movement', MovementTab],
  ['overlap', OverlapTab],
  ['versions', VersionsTab],
  ['exports', ExportsTab],
];

/** A segment: what it is, who is in it, who came and went, what was made of it (S7, S8). */
export default function SegmentShow() {
  const translate = useTranslate();
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const { data, error } = useAsk('segment', SegmentOneDocument, { id });
  const segment = data?.one;
  if (error) return <Failed error={error} />;
  if (!data) return <Waiting lines={8} />;
  if (!segment) return <Failed error={new Error('errors.NOT_FOUND')} />;
  const shown = TABS.filter(([name]) => segment.kind === 'DYNAMIC' || name !== 'versions');
  const [name, Panel] = shown.find(([one]) => one === search.get('tab')) ?? ['overview', OverviewTab];
  return (
    <>
      <SegmentHeader segment={segment} />
      <Card sx={{ minWidth: 0 }}>
        <Tabs
          value={name}
          onChange={(_event, next: string) => setSearch({ tab: next }, { replace: true })}
          variant="scrollable"
          scrollButtons="auto"
          allowScrollButtonsMobile
          aria-label={segment.name}
          sx={{ borderBottom: 1, borderColor: 'divider', px: 1 }}
        >
          {shown.map(([one]) => (
            <Tab
              key={one}
              value={one}
              id={`segment-tab-${one}`}
              aria-controls="segment-panel"
              label={translate(`segments.tabs.${one}`)}
            />
          ))}
        </Tabs>
        <Box id="segment-panel" role="tabpanel" aria-labelledby={`segment-tab-${name}`}>
          <Panel key={segment.id} segment={segment} />
        </Box>
      </Card>
    </>
  );
}
