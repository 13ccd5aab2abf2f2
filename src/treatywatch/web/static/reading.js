// Watches how far the reading of a report is, and shows its findings when they are there.
const progress = document.getElementById("progress");
const WORDS = { waiting: "It waits to be read.", reading: "It is being read now." };
const OVER = new Set(["done", "failed"]);
const FIRST = 400;
const LONGEST = 4000;

const look = async (wait) => {
  const answer = await fetch(progress.dataset.source).catch(() => null);
  const state = answer?.ok ? (await answer.json()).state : progress.dataset.state;
  if (OVER.has(state)) {
    location.reload();
    return;
  }
  if (state !== progress.dataset.state) {
    progress.dataset.state = state;
    progress.textContent = `${WORDS[state]} This page shows the findings as soon as they are there.`;
  }
  setTimeout(look, wait, Math.min(wait * 1.5, LONGEST));
};

setTimeout(look, FIRST, FIRST * 1.5);
