// SPDX-License-Identifier: AGPL-3.0-or-later
export { renderActivationForm } from './form/activation-form';
export type { ActivationFormData } from './form/form-data';
export type { HelpDesk } from './text/help-desk';
export type { Language } from './text/language';
