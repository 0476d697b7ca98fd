import englishMessages from 'ra-language-english';
import { app } from './app.js';
import { customers } from './customers.js';
import { enums } from './enums.js';
import { errors } from './errors.js';
import { home } from './home.js';
import { imports } from './imports.js';
import { levels } from './levels.js';
import { program } from './program.js';
import { resources } from './resources.js';
import { segments } from './segments.js';
import { staff } from './staff.js';

/** The whole English catalogue: react-admin's own messages and the panel's. */
export const en = {
  ...englishMessages,
  ...app,
  ...errors,
  ...home,
  ...customers,
  ...program,
  ...levels,
  ...segments,
  ...imports,
  ...staff,
  ...resources,
  ...enums,
};
