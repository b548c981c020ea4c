import { parseMarkdown, toPlainText } from '@tikethet/shared/markdown';
import { describe, expect, it } from 'vitest';
import {
  coded,
  inserted,
  linked,
  quoted,
  wrapped,
  type Selection,
  type TextEdit,
} from './textEdit';

/** `[` and `]` stand around what is selected. */
function sel(shown: string): Selection {
  const start = shown.indexOf('⟦');
  const end = shown.indexOf('⟧') - 1;
  return { text: shown.replace(/[⟦⟧]/g, ''), start, end };
}

function done({ text }: Selection, edit: TextEdit): string {
  const next = text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
  return `${next.slice(0, edit.start)}⟦${next.slice(edit.start, edit.end)}⟧${next.slice(edit.end)}`;
}

const after = (shown: string, how: (selection: Selection) => TextEdit) =>
  done(sel(shown), how(sel(shown)));

describe('marks', () => {
  const bold = (selection: Selection) => wrapped(selection, '**');
  it('go around a selection and away again', () => {
    expect(after('это ⟦важно⟧ знать', bold)).toBe('это **⟦важно⟧** знать');
    expect(after('это **⟦важно⟧** знать', bold)).toBe('это ⟦важно⟧ знать');
    expect(after('это ⟦**важно**⟧ знать', bold)).toBe('это ⟦важно⟧ знать');
  });
  it('leave blank space outside, where a mark would mean nothing', () => {
    expect(after('это⟦ важно ⟧знать', bold)).toBe('это **⟦важно⟧** знать');
    expect(after('⟦⟧', bold)).toBe('**⟦⟧**');
  });
  it('are what the desk understands', () => {
    const { insert } = wrapped(sel('⟦важно⟧'), '**');
    expect(toPlainText(parseMarkdown(insert))).toBe('важно');
  });
});

it('code is a mark in a line and a fence around lines', () => {
  expect(after('⟦id⟧', coded)).toBe('`⟦id⟧`');
  expect(after('так:⟦a\nb⟧', coded)).toBe('так:\n```\n⟦a\nb⟧\n```');
});

it('a quote takes whole lines, and is taken away again', () => {
  expect(after('один\nд⟦ва\nтр⟧и', quoted)).toBe('один\n⟦> два\n> три⟧');
  expect(after('⟦> два\n> три⟧', quoted)).toBe('⟦два\nтри⟧');
});

it('a link asks for what it lacks', () => {
  expect(after('см. ⟦правила⟧', linked)).toBe('см. [правила](⟦https://⟧)');
  expect(after('⟦https://a.ru/x⟧', linked)).toBe('[⟦⟧](https://a.ru/x)');
});

it('an insertion takes the place of the selection', () => {
  expect(after('при⟦вет⟧', (selection) => inserted(selection, '🙂'))).toBe('при🙂⟦⟧');
});
