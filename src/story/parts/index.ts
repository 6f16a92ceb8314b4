/** The parts that a text of a chapter can use, by the names by which it uses them. */
import { Aside, Derivation } from './boxes';
import { Fact } from './fact';
import { Do } from './figure-link/figure-link';
import { Cite, Term } from './notes/notes';
import { Draw } from './predict/draw';
import { LikelyMistake } from './predict/likely-mistake';
import { Answer, Option, Predict } from './predict/predict';
import { Slope } from './predict/slope';
import { Scene } from './scene/scene';
import { Schematic } from './schematic';
import { SectionState } from './section-state/section-state';
import { S } from './symbol/symbol';
import { Tex } from './tex/tex';
import { V } from './value/value';

export const parts = {
  Answer,
  Aside,
  Cite,
  Derivation,
  Do,
  Draw,
  Fact,
  Option,
  Predict,
  S,
  Scene,
  Schematic,
  SectionState,
  Slope,
  LikelyMistake,
  Term,
  Tex,
  V,
};
