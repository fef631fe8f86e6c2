// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

/** Before anybody has signed in, the page itself says whether its cards' authority is a test's: the API writes it into the document. */
export function isTestDocument(document: Document): boolean {
  return document.documentElement.dataset['test'] === 'true';
}

/** One plain line on top of every page whose anchor or adapters are marked *test*. */
@Component({
  selector: 'app-test-banner',
  imports: [TranslocoPipe],
  template: `<p><b>{{ 'shell.testTitle' | transloco }}</b> · {{ 'shell.testText' | transloco }}</p>`,
  styleUrl: './test-banner.scss',
})
export class TestBanner {}
