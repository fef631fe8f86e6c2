// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, DOCUMENT, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { isTestDocument, TestBanner } from '../test-banner/test-banner';

/** On top of every page that needs no sign-in: whether it is a test's, the product, and perhaps one way elsewhere. */
@Component({
  selector: 'app-front-header',
  imports: [RouterLink, TranslocoPipe, TestBanner],
  template: `
    <header>
      @if (isTest) {
        <app-test-banner />
      }
      <div class="bar">
        <span class="product">Sportello TS-CNS</span>
        @if (to(); as path) {
          <a [routerLink]="path">{{ words() | transloco }}</a>
        }
      </div>
    </header>
  `,
  styles: `
    :host {
      display: block;
    }
    .bar {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem 1rem;
      align-items: center;
      justify-content: space-between;
      min-height: var(--bar-height);
      padding: 0 var(--page-padding);
      background: var(--blue-dark);
      color: #fff;
    }
    a {
      color: #fff;
    }
    .product {
      font-weight: 600;
    }
  `,
})
export class FrontHeader {
  readonly to = input('');
  /** Key of what the way is called. */
  readonly words = input('');

  readonly isTest = isTestDocument(inject(DOCUMENT));
}
