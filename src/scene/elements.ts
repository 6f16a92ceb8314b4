/**
 * The elements of three.js that scenes are written with. `<Canvas>` would register all of three and so keep all of it in the
 * bundle (adr/0006): an element that is missing here throws when it is mounted.
 */
import { extend } from '@react-three/fiber';
import {
  AmbientLight,
  BufferAttribute,
  BufferGeometry,
  CircleGeometry,
  DataTexture,
  DirectionalLight,
  Group,
  InstancedMesh,
  Mesh,
  MeshBasicMaterial,
  MeshLambertMaterial,
  OctahedronGeometry,
  PerspectiveCamera,
  SphereGeometry,
  setConsoleFunction,
} from 'three';

// React Three Fiber 9 has a clock of a kind that three will give up.
setConsoleFunction((level, message, ...rest) => {
  // biome-ignore lint/suspicious/noConsole: where three's messages would go
  if (!message.includes('Clock: This module has been deprecated')) console[level](message, ...rest);
});

extend({
  AmbientLight,
  BufferAttribute,
  BufferGeometry,
  CircleGeometry,
  DataTexture,
  DirectionalLight,
  Group,
  InstancedMesh,
  Mesh,
  MeshBasicMaterial,
  MeshLambertMaterial,
  OctahedronGeometry,
  PerspectiveCamera,
  SphereGeometry,
});
