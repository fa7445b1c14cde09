import { type Faces, type Presentation, SLIDES } from "../../state/presentation.ts";
import type { Scene } from "./scene.ts";

/** What the last two slides show: the scenario's side, and what a room adds once it may be seen. */
export const MATTERS_FACES = ["What matters", "What splits the room"] as const;
export const CHANGE_FACES = ["What would break it", "What moved between rounds"] as const;

export const facesOf = ({ room }: Pick<Scene, "room">): Faces =>
  SLIDES.map(({ id }) => {
    switch (id) {
      case "room":
        return room?.page ? 1 : 0;
      case "matters":
        return room?.splits ? 2 : 1;
      case "change":
        return room?.moved ? 2 : 1;
      default:
        return 1;
    }
  });

/** The face that is shown: one that is no longer there gives way to the first. */
export const faceOf = (scene: Pick<Scene, "room">, { slide, face }: Presentation): number =>
  face < (facesOf(scene)[slide] ?? 0) ? face : 0;
