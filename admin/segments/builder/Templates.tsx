import { Box, Button, Card, CardActionArea, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
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

/** So many are shown at first, so that the rules stay in sight. */
const FIRST = 4;

/** Good beginnings, each as a card. */
export function Templates({ onChoose }: { onChoose: (beginning: Beginning) => void }) {
  const translate = useTranslate();
  const { text } = useFormat();
  const { data } = useAsk('segmentTemplates', SegmentTemplatesDocument);
  const [all, setAll] = useState(false);
  const templates = data?.segmentTemplates ?? [];
  if (templates.length === 0) return null;
  return (
    <Section title="segments.templates" note={translate('segments.templatesHint')}>
      <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))' }}>
        {templates.slice(0, all ? undefined : FIRST).map(({ code, name, description, rules }) => (
          <Card key={code} variant="outlined">
            <CardActionArea
              sx={{
                p: 1.5,
                height: '100%',
                display: 'flex',
                flexDirection: 'column',
                alignItems: 'start',
                justifyContent: 'start',
              }}
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
      {templates.length > FIRST ? (
        <Button size="small" aria-expanded={all} onClick={() => setAll(!all)} sx={{ mt: 1 }}>
          {translate(all ? 'segments.fewerTemplates' : 'segments.allTemplates', { count: templates.length })}
        </Button>
      ) : null}
    </Section>
  );
}
