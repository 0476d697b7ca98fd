import type { LocalizedText } from '../../schema/common/localized-text.js';
import type { SegmentRule } from '../../schema/segments/rules.js';

/** A good beginning for a segment. */
export interface TemplateRow {
  code: string;
  name: LocalizedText;
  description: LocalizedText;
  rules: SegmentRule;
}

/** The templates that the builder offers. */
export const TEMPLATES: TemplateRow[] = [];
