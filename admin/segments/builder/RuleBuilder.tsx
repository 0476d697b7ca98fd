import Redo from '@mui/icons-material/Redo';
import Undo from '@mui/icons-material/Undo';
import { Box, IconButton } from '@mui/material';
import { useTranslate } from 'ra-core';
import { type KeyboardEvent, useMemo } from 'react';
import { Section } from '../../ui/Section.js';
import type { FieldInfo } from '../types.js';
import type { FieldsByName } from '../useFields.js';
import { BuilderContext, type NodeErrors } from './context.js';
import { GroupEditor } from './GroupEditor.js';
import type { BuilderState } from './useBuilderState.js';

interface RuleBuilderProps {
  state: BuilderState;
  fields: FieldInfo[];
  byName: FieldsByName;
  errors: ReadonlyMap<string, NodeErrors>;
  strict: boolean;
}

/** Fields that undo their own typing. */
const TYPES_TEXT = 'input:not([type=checkbox]), textarea';

/** The rules as a tree of groups and conditions, with undo (S7). */
export function RuleBuilder({ state, fields, byName, errors, strict }: RuleBuilderProps) {
  const translate = useTranslate();
  const { tree, change, undo, redo, canUndo, canRedo, fresh, setFresh } = state;
  const builder = useMemo(
    () => ({ tree, change, fields, byName, errors, strict, fresh, setFresh }),
    [tree, change, fields, byName, errors, strict, fresh, setFresh],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter takes a value; it must not save the whole segment from the middle of a condition.
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
    if ((event.target as HTMLElement).matches(TYPES_TEXT)) return;
    event.preventDefault();
    if (event.shiftKey) redo();
    else undo();
  };
  return (
    <Section
      title="segments.rules"
      actions={
        <Box>
          <IconButton onClick={undo} disabled={!canUndo} aria-label={translate('segments.undo')}>
            <Undo />
          </IconButton>
          <IconButton onClick={redo} disabled={!canRedo} aria-label={translate('segments.redo')}>
            <Redo />
          </IconButton>
        </Box>
      }
    >
      <Box onKeyDown={onKeyDown}>
        <BuilderContext value={builder}>
          <GroupEditor node={tree} />
        </BuilderContext>
      </Box>
    </Section>
  );
}
