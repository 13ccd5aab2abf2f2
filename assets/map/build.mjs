// Projects the countries of Natural Earth once, so that the server draws the map and no page needs
// a library: {width, height, shapes: {m49: path}, points: {m49: [x, y]}, nobody: [path, ...]}.
// A State too small to be seen, or too small for the coarse outlines, has a point.
import { readFileSync, writeFileSync } from "node:fs";
import { geoArea, geoCentroid, geoEqualEarth, geoPath } from "d3-geo";
import { feature } from "topojson-client";

const WIDTH = 960;
const HEIGHT = 470;
const SMALL = 40; // square units of the drawing: below, a shape is hard to see and to hit
const atlas = (scale) =>
  JSON.parse(readFileSync(new URL(`node_modules/world-atlas/countries-${scale}.json`, import.meta.url)));

const countries = (scale) => {
  const topology = atlas(scale);
  return feature(topology, topology.objects.countries).features;
};

const coarse = countries("110m");
const fine = countries("10m");
const projection = geoEqualEarth().fitSize([WIDTH, HEIGHT], { type: "Sphere" });
const path = geoPath(projection).digits(1);

// The largest part says where a country is: overseas territories must not pull its point away.
const largestPart = ({ geometry }) => {
  if (geometry.type !== "MultiPolygon") return geometry;
  const parts = geometry.coordinates.map((coordinates) => ({ type: "Polygon", coordinates }));
  return parts.reduce((one, other) => (geoArea(other) > geoArea(one) ? other : one));
};

const code = ({ id }) => (id === undefined ? null : String(Number(id)));
const shapes = {};
const nobody = [];
for (const country of coarse) {
  const drawn = path(country);
  const key = code(country);
  if (key === null) nobody.push(drawn);
  else if (country.properties.name !== "Antarctica") shapes[key] = drawn;
}
const points = {};
for (const country of fine) {
  const key = code(country);
  if (key === null) continue;
  if (!(key in shapes) || path.area(country) < SMALL) {
    points[key] = projection(geoCentroid(largestPart(country))).map((n) => Number(n.toFixed(1)));
  }
}
const out = { width: WIDTH, height: HEIGHT, shapes, points, nobody };
writeFileSync(process.argv[2], JSON.stringify(out) + "\n");
console.log(`${Object.keys(shapes).length} shapes, ${Object.keys(points).length} points`);
