import { Box, Card, Tab, Tabs } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { FormError } from './ActionDialog.js';

interface StepsProps {
  /** Translation key of what the steps lead through. */
  label: string;
  step: number;
  onStep: (step: number) => void;
  /** Each step's title (translation key) and content. */
  steps: readonly { title: string; content: ReactNode }[];
}

/** A long form in numbered steps. Every step stays in the page: what was typed in one is kept while another is looked at. */
export function Steps({ label, step, onStep, steps }: StepsProps) {
  const translate = useTranslate();
  return (
    <>
      <Card sx={{ mb: 2 }}>
        <Tabs
          value={step}
          onChange={(_event, next: number) => onStep(next)}
          variant="scrollable"
          scrollButtons="auto"
          allowScrollButtonsMobile
          aria-label={translate(label)}
        >
          {steps.map(({ title }, index) => (
            <Tab
              key={title}
              id={`draft-tab-${index}`}
              aria-controls={`draft-panel-${index}`}
              label={`${index + 1}. ${translate(title)}`}
            />
          ))}
        </Tabs>
      </Card>
      <FormError />
      {steps.map(({ title, content }, index) => (
        <Box
          key={title}
          role="tabpanel"
          id={`draft-panel-${index}`}
          aria-labelledby={`draft-tab-${index}`}
          hidden={step !== index}
        >
          {content}
        </Box>
      ))}
    </>
  );
}
