import { Box, ButtonBase, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import type { SegmentRuleInput } from '../../api/generated/operations.js';
import { useFormat } from '../../ui/useFormat.js';
import { StatusChip, TierName } from '../../ui/values.js';
import type { Member } from '../types.js';
import { WhyDrawer } from '../WhyDrawer.js';

interface SampleProps {
  members: readonly Member[];
  asked: { rules: SegmentRuleInput; asOf: string | null };
}

/** Ten of the customers whom the rules find; each opens why. */
export function Sample({ members, asked }: SampleProps) {
  const translate = useTranslate();
  const { money } = useFormat();
  const [why, setWhy] = useState<Member | null>(null);
  if (members.length === 0) {
    return (
      <Typography variant="body2" color="text.secondary" sx={{ px: 2.5, pb: 2 }}>
        {translate('segments.nobody')}
      </Typography>
    );
  }
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {members.map((member) => (
        <Box component="li" key={member.id} sx={{ borderTop: 1, borderColor: 'divider' }}>
          <ButtonBase
            onClick={() => setWhy(member)}
            sx={{
              width: '100%',
              px: 2.5,
              py: 1,
              textAlign: 'left',
              display: 'flex',
              gap: 1,
              justifyContent: 'flex-start',
            }}
          >
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <Typography variant="body2" sx={{ fontWeight: 600 }} noWrap>
                {member.name || member.phone || translate('app.nameless')}
              </Typography>
              <Typography variant="caption" color="text.secondary" component="div" noWrap>
                <TierName tier={member.tier} /> · {money(member.stats.spend)}
              </Typography>
            </Box>
            <StatusChip type="LifecycleStage" value={member.stats.stage} />
          </ButtonBase>
        </Box>
      ))}
      {why ? <WhyDrawer customer={why} asked={asked} onClose={() => setWhy(null)} /> : null}
    </Box>
  );
}
