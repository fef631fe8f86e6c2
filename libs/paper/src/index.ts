// SPDX-License-Identifier: AGPL-3.0-or-later
export { pictureFacts } from './drawing/picture-facts';
export type { PictureFacts } from './drawing/picture-facts';
export type { PaperData } from './papers/paper-data';
export type { PaperHead } from './papers/paper-head';
export { renderPaper } from './papers/render-paper';
export type { PaperOrder } from './papers/render-paper';
export { renderDayRegister } from './register/day-register';
export type { RegisterCount, RegisterData, RegisterLanguage, RegisterMatter, RegisterMovement } from './register/register-data';
export { registerLines } from './register/register-lines';
export type { RegisterLine } from './register/register-lines';
export { REGISTER_TEXTS } from './register/register-texts';
export { renderEnvelopeTestPage } from './test-page/envelope-test-page';
export { renderFormTestPage } from './test-page/form-test-page';
export type { HelpDesk } from './text/help-desk';
export type { Language } from './text/language';
