import { UserErrorCode as Code } from '../../../schema/common/user-error.js';
import { isStorable } from '../../graphql/validate.js';

const MAX_TEXT = 200;

/** What is wrong with a text to compare with; an empty one is what IS_NOT_SET asks for. */
export function textFault(text: string): [Code, string] | null {
  if (text.trim() === '') {
    return [Code.REQUIRED, 'A text that is not empty.'];
  }
  if ([...text].length > MAX_TEXT) {
    return [Code.TOO_LONG, `At most ${MAX_TEXT} characters.`];
  }
  return isStorable(text) ? null : [Code.INVALID, 'The text holds characters that cannot be stored.'];
}
