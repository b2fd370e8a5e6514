// Follows a long job on its page: the bar moves, and the page is loaded anew when the job has ended.
export function followProgress(panel) {
  const bar = panel.querySelector("progress");
  const words = panel.querySelector("[data-sen-progress-words]");
  const ask = async () => {
    try {
      const answer = await fetch(panel.dataset.senProgress, { headers: { "X-Requested-With": "XMLHttpRequest" } });
      if (answer.ok) {
        const { state, done, total, words: text } = await answer.json();
        if (state !== panel.dataset.state) return location.reload();
        [bar.max, bar.value] = [Math.max(1, total), done];
        words.textContent = text;
      }
    } catch {
      // Offline for a moment: asked again.
    }
    setTimeout(ask, 1000);
  };
  setTimeout(ask, 500);
}
