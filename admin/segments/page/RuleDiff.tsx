import { Box } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { SegmentConditionInput } from '../../api/generated/operations.js';
import type { AnsweredRule } from '../builder/fromRule.js';
import { diffLines, ruleLines } from '../ruleDiff.js';
import { useDescribe } from '../useDescribe.js';

const LOOK = {
  same: { mark: ' ', color: 'text.secondary', bgcolor: undefined },
  added: { mark: '+', color: 'success.main', bgcolor: 'action.hover' },
  gone: { mark: '−', color: 'error.main', bgcolor: 'action.hover' },
};

/** What changed from earlier rules to later ones, line by line in plain words. */
export function RuleDiff({ before, after }: { before: AnsweredRule; after: AnsweredRule }) {
  const translate = useTranslate();
  const describe = useDescribe();
  const words = {
    condition: (condition: object) => describe(condition as SegmentConditionInput),
    join: (join: string) => translate(`segments.summary.${join}`),
  };
  const lines = diffLines(ruleLines(before, words), ruleLines(after, words));
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, fontSize: '0.875rem' }}>
      {lines.map(({ depth, text, change }, at) => {
        const { mark, color, bgcolor } = LOOK[change];
        return (
          <Box
            component="li"
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a diff have no other identity.
            key={at}
            sx={{ display: 'flex', gap: 1, color, bgcolor, px: 1, py: 0.25, borderRadius: 1, overflowWrap: 'anywhere' }}
          >
            <Box component="span" aria-hidden sx={{ width: 12, flex: 'none' }}>
              {mark}
            </Box>
            <Box component={change === 'gone' ? 'del' : 'span'} sx={{ pl: depth * 2 }}>
              {change === 'same' ? null : (
                <Box
                  component="span"
                  sx={{ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' }}
                >
                  {translate(change === 'added' ? 'segments.versions.added' : 'segments.versions.gone')}
                </Box>
              )}
              {text}
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}
