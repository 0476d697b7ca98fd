import Add from '@mui/icons-material/Add';
import CardGiftcard from '@mui/icons-material/CardGiftcardOutlined';
import { Box, Button } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useFieldArray } from 'react-hook-form';
import { EmptyState } from '../ui/EmptyState.js';
import { Section } from '../ui/Section.js';
import { BenefitEditor } from './BenefitEditor.js';
import { BenefitMatrix } from './BenefitMatrix.js';
import { newBenefit } from './draftInput.js';

/** The benefits one below the other, and the matrix of who gets what (V3). */
export function BenefitsEditor() {
  const translate = useTranslate();
  const { fields, append, remove } = useFieldArray({ name: 'benefits', keyName: 'key' });
  const [open, setOpen] = useState<string | null>(null);
  const add = () => {
    append(newBenefit(fields.length));
    setOpen(`new-${fields.length}`);
  };
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <BenefitMatrix />
      <Section
        title="program.benefits"
        actions={
          <Button size="small" startIcon={<Add />} onClick={add}>
            {translate('program.addBenefit')}
          </Button>
        }
      >
        {fields.length === 0 ? (
          <EmptyState dense icon={<CardGiftcard />} title="program.noBenefits" hint="program.noBenefitsHint" />
        ) : null}
        {fields.map((field, at) => (
          <BenefitEditor
            key={field.key}
            at={at}
            open={open === field.key || open === `new-${at}`}
            onToggle={(expanded) => setOpen(expanded ? field.key : null)}
            onRemove={() => remove(at)}
          />
        ))}
      </Section>
    </Box>
  );
}
