import { ICD203 } from "../../../app/model/words/scale.ts";

/** Where another word begins, for charts with a scale of chances. */
export const borders = () =>
  ICD203.slice(1).map(({ word, low }) => ({ at: low / 100, label: `${word} from here up` }));
