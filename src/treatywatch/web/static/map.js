// Moves the map through time: standings and counts of every day are fetched once, then looked up.
const slider = document.getElementById("slider");
const DAY = 86_400_000;
const YEAR = 365;

const iso = (offset) => new Date(Date.parse(slider.dataset.first) + offset * DAY).toISOString().slice(0, 10);
const inWords = (day) =>
  new Date(day).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const lastBefore = (steps, day) => steps.findLast(([since]) => since === null || since <= day);
const absent = "no such State on this day";

const show = (told, day) => {
  const exists = ({ exists_from, exists_until }) =>
    (exists_from === null || exists_from <= day) && (exists_until === null || day <= exists_until);
  for (const place of told.participants) {
    const standing = exists(place) ? lastBefore(place.standings, day)[1] : null;
    const leftOut = lastBefore(place.except_for, day)?.[1];
    const words = standing === null ? absent : standing.replaceAll("-", " ") + (leftOut ? `, ${leftOut}` : "");
    for (const shape of document.querySelectorAll(`svg [data-who="${place.participant}"]`)) {
      shape.dataset.standing = standing ?? "absent";
      shape.querySelector("title").textContent = `${place.name}: ${words}`;
    }
    const row = document.querySelector(`#places [data-who="${place.participant}"]`);
    if (row) {
      row.hidden = standing === null;
      row.cells[1].textContent = words;
    }
  }
  for (const cell of document.querySelectorAll("#counts [data-rule]")) {
    cell.textContent = lastBefore(told.counts[cell.dataset.rule], day)?.[1] ?? 0;
  }
  for (const link of document.querySelectorAll("a[data-on]")) {
    const target = new URL(link.href);
    target.searchParams.set("on", day);
    link.href = target.href;
  }
  const shown = document.getElementById("shown-day");
  shown.dateTime = day;
  shown.textContent = inWords(day);
  slider.setAttribute("aria-valuetext", inWords(day));
  document.getElementById("on").value = day;
};

const begin = async () => {
  const answer = await fetch(slider.dataset.source);
  if (!answer.ok) return;
  const told = await answer.json();
  slider.closest("[hidden]").hidden = false;
  slider.addEventListener("input", () => show(told, iso(Number(slider.value))));
  slider.addEventListener("keydown", (event) => {
    const years = { PageUp: YEAR, PageDown: -YEAR }[event.key];
    if (years === undefined) return;
    event.preventDefault();
    slider.value = Number(slider.value) + years;
    show(told, iso(Number(slider.value)));
  });
  slider.setAttribute("aria-valuetext", inWords(document.getElementById("on").value));
};

// With suppositions the server draws each day: what they change is not in the record.
if (!new URLSearchParams(location.search).has("suppose") && !new URLSearchParams(location.search).has("who")) begin();
document.getElementById("treaty").addEventListener("change", (event) => event.target.form.submit());
