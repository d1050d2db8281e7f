namespace TeamsConnectBot.BrowserTests;

/// <summary>Rules for every page, as scripts that return the violations.</summary>
internal static class PageRules
{
    /// <summary>Text whose contrast with its background, calculated as in WCAG 2, is below 4.5.</summary>
    public const string LowContrast = """
        () => {
          const parse = c => { const [r, g, b, a = 1] = c.match(/[\d.]+/g).map(Number); return { r, g, b, a }; };
          const over = (top, under) => {
            const mix = channel => top[channel] * top.a + under[channel] * (1 - top.a);
            return { r: mix('r'), g: mix('g'), b: mix('b'), a: 1 };
          };
          const light = ({ r, g, b }) => [r, g, b].map(v => v / 255)
            .map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
            .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
          const ground = e => {
            const layers = [];
            for (; e; e = e.parentElement) layers.push(parse(getComputedStyle(e).backgroundColor));
            return layers.reverse().reduce((under, top) => over(top, under), { r: 255, g: 255, b: 255, a: 1 });
          };
          const low = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const e = walker.currentNode.parentElement;
            if (!walker.currentNode.textContent.trim() || e.getClientRects().length === 0) continue;
            if (e.closest('.sr-only, .skip, script, noscript, title, :disabled')) continue;
            const style = getComputedStyle(e), ink = e instanceof SVGElement ? style.fill : style.color;
            const back = ground(e), [a, b] = [light(over(parse(ink), back)), light(back)].sort((x, y) => y - x);
            const ratio = (a + .05) / (b + .05);
            if (ratio < 4.5) low.push(`${ratio.toFixed(2)}: ${walker.currentNode.textContent.trim().slice(0, 40)}`);
          }
          return low;
        }
        """;

    public const string Width = "() => document.documentElement.scrollWidth";
}
