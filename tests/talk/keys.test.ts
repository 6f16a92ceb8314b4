import { describe, expect, it } from 'vitest';
import { type Command, commandOf, type Focus } from '#talk/keys';

const none = { ctrlKey: false, metaKey: false, altKey: false, repeat: false };
const press = (key: string, focus: Focus = 'stage', typed = '', extra = {}) =>
  commandOf({ ...none, ...extra, key }, focus, typed);
const type = (command: Command | undefined) => command?.type;

describe('keys on the stage', () => {
  it.each([
    ['ArrowRight', 'next'],
    ['PageDown', 'next'],
    [' ', 'next'],
    ['Enter', 'next'],
    ['ArrowLeft', 'previous'],
    ['PageUp', 'previous'],
    ['Backspace', 'previous'],
    ['Home', 'first'],
    ['End', 'last'],
    ['7', 'digit'],
    ['b', 'blank'],
    ['B', 'blank'],
    ['.', 'blank'],
    ['w', 'blank'],
    ['f', 'full-screen'],
    ['F5', 'full-screen'],
    ['S', 'list'],
    ['n', 'notes'],
    ['a', 'add'],
    ['?', 'keys'],
    ['Escape', 'escape'],
  ])('%s means %s', (key, meant) => {
    expect(type(press(key))).toBe(meant);
  });

  it.each(['x', 'ArrowDown', 'Tab', 'F11', 'Shift'])('%s is not the talk’s', (key) => {
    expect(press(key)).toBeUndefined();
  });

  it('goes to a step with Enter once digits are typed', () => {
    expect(type(press('Enter', 'stage', '12'))).toBe('go');
    expect(type(press('Enter', 'button', '12'))).toBe('go');
    expect(press('Enter', 'text', '12')).toBeUndefined();
  });

  it('leaves what is pressed together with Ctrl, Alt or Meta to the browser', () => {
    for (const extra of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }]) {
      for (const key of ['ArrowLeft', 'f', 's', 'PageDown', 'F5']) {
        expect(press(key, 'stage', '', extra)).toBeUndefined();
      }
    }
  });

  it('does not run through the talk while a key is held', () => {
    expect(type(press('ArrowRight', 'stage', '', { repeat: true }))).toBe('nothing');
    expect(press('ArrowRight', 'control', '', { repeat: true })).toBeUndefined();
  });
});

describe('keys of what has the focus', () => {
  it('leaves arrows, Home, End, Space and Enter to sliders, cameras and radio buttons', () => {
    for (const key of ['ArrowRight', 'ArrowLeft', 'Home', 'End', ' ', 'Enter', 'Backspace', '+', '-']) {
      expect(press(key, 'control'), key).toBeUndefined();
    }
  });

  it('leaves Space and Enter to buttons, but steps with arrows', () => {
    expect(press(' ', 'button')).toBeUndefined();
    expect(press('Enter', 'button')).toBeUndefined();
    expect(type(press('ArrowRight', 'button'))).toBe('next');
  });

  it('leaves everything that can be typed to texts and lists; Escape leaves them', () => {
    for (const focus of ['text', 'choice'] as const) {
      for (const key of ['b', '.', '3', 'ArrowRight', 'Home', 'Backspace', ' ', 'Enter', '?']) {
        expect(press(key, focus), key).toBeUndefined();
      }
      expect(type(press('Escape', focus))).toBe('leave');
    }
  });

  it('always hears a clicker', () => {
    for (const focus of ['stage', 'text', 'choice', 'control', 'button'] as const) {
      expect(type(press('PageDown', focus))).toBe('next');
      expect(type(press('PageUp', focus))).toBe('previous');
      expect(type(press('F5', focus))).toBe('full-screen');
    }
    expect(type(press('.', 'control'))).toBe('blank');
  });
});
