// SPDX-License-Identifier: AGPL-3.0-or-later
import { PaperDocument } from '../drawing/paper-document';
import { CATALOGUES } from '../text/catalogue';
import { drawCopy } from './copy';
import type { ActivationFormData } from './form-data';

/** The single form "Richiesta, informativa e ricevuta" as a PDF: one page for the citizen, one for the desk. */
export async function renderActivationForm(data: ActivationFormData): Promise<Buffer> {
  const texts = CATALOGUES[data.language];
  const paper = new PaperDocument({ title: texts.form.title, language: data.language, date: new Date(data.requestedAt) });
  for (const copy of texts.form.copies) {
    paper.addPage(data.isTest ? texts.test : undefined);
    drawCopy(paper, data, copy, texts.form);
  }
  return paper.finish();
}
