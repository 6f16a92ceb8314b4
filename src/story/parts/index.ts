/** The parts that a text of a chapter can use, by the names by which it uses them. */
import { Aside, Derivation } from './boxes';
import { Draw } from './draw';
import { Do } from './drive';
import { Fact } from './fact';
import { Cite, Term } from './notes';
import { Answer, Option, Predict } from './predict';
import { Scene } from './scene';
import { Slope } from './slope';
import { S } from './symbol';
import { Tempting } from './tempting';
import { Tex } from './tex';
import { V } from './value';

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
  Slope,
  Tempting,
  Term,
  Tex,
  V,
};
