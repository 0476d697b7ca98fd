import { Box, Card, CardActionArea, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useAsk } from '../../api/ask.js';
import { SegmentTemplatesDocument } from '../../api/generated/operations.js';
import { Section } from '../../ui/Section.js';
import { useFormat } from '../../ui/useFormat.js';
import type { AnsweredRule } from './fromRule.js';

/** A beginning that was chosen: its rules, and a name to start from. */
export interface Beginning {
  name: string;
  description: string;
  rules: AnsweredRule;
}

/** Good beginnings, each as a card. */
export function Templates({ onChoose }: { onChoose: (beginning: Beginning) => void }) {
  const translate = useTranslate();
  const { text } = useFormat();
  const { data } = useAsk('segmentTemplates', SegmentTemplatesDocument);
  const templates = data?.segmentTemplates ?? [];
  if (templates.length === 0) return null;
  return (
    <Section title="segments.templates" note={translate('segments.templatesHint')}>
      <Box
        sx={{
          display: 'grid',
          gap: 1,
          gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))',
          maxHeight: { xs: 260, sm: 'none' },
          overflowY: 'auto',
        }}
      >
        {templates.map(({ code, name, description, rules }) => (
          <Card key={code} variant="outlined">
            <CardActionArea
              sx={{ p: 1.5, height: '100%' }}
              onClick={() => onChoose({ name: text(name), description: text(description), rules })}
            >
              <Typography variant="subtitle2" component="span" sx={{ display: 'block' }}>
                {text(name)}
              </Typography>
              <Typography variant="caption" color="text.secondary">
                {text(description)}
              </Typography>
            </CardActionArea>
          </Card>
        ))}
      </Box>
    </Section>
  );
}
